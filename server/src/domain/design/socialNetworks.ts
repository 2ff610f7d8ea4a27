import type { SocialNetwork } from './composition.ts';

/** Every network there is an icon of, by the name that people know. */
export const socialNetworks: Readonly<Record<SocialNetwork, string>> = {
  linkedin: 'LinkedIn',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  youtube: 'YouTube',
  github: 'GitHub',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  whatsapp: 'WhatsApp',
  website: 'Website',
};

export const isSocialNetwork = (name: string): name is SocialNetwork => Object.hasOwn(socialNetworks, name);
