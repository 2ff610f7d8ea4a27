import type { SocialNetwork } from '../domain/design/composition.ts';

const line = 'fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"';

/** White signs on a field of 24 by 24, drawn for small sizes. */
export const socialGlyphs: Readonly<Record<SocialNetwork, string>> = {
  linkedin:
    '<circle cx="7.3" cy="7.3" r="1.5" fill="#fff"/><path fill="#fff" d="M6 10h2.6v8H6zM10.4 10h2.5v1.1c.5-.8 1.4-1.3 2.6-1.3 2.2 0 3 1.4 3 3.7V18h-2.6v-4.1c0-1.1-.3-1.8-1.2-1.8-1.1 0-1.7.7-1.7 2V18h-2.6z"/>',
  x: `<path ${line} d="M7 7l10 10M17 7L7 17"/>`,
  facebook:
    '<path fill="#fff" d="M13.4 19v-5.9h2l.4-2.4h-2.4V9.2c0-.8.4-1.3 1.4-1.3h1.1V5.7c-.4-.1-1-.2-1.7-.2-2 0-3.3 1.2-3.3 3.3v1.9H8.7v2.4h2.2V19z"/>',
  instagram: `<rect ${line} x="6" y="6" width="12" height="12" rx="3.4"/><circle ${line} cx="12" cy="12" r="2.8"/><circle cx="15.6" cy="8.4" r="1" fill="#fff"/>`,
  youtube: `<rect ${line} x="5" y="7" width="14" height="10" rx="3"/><path fill="#fff" d="M10.5 9.4v5.2l4.3-2.6z"/>`,
  github: `<circle ${line} cx="8" cy="7" r="1.8"/><circle ${line} cx="8" cy="17" r="1.8"/><circle ${line} cx="16" cy="9" r="1.8"/><path ${line} d="M8 8.8v6.4M16 10.8c0 2.6-4 2.2-7 3.4"/>`,
  mastodon: `<path ${line} d="M7 16.5V10.2a2.5 2.5 0 0 1 5 0V13m0-2.8a2.5 2.5 0 0 1 5 0v6.3"/>`,
  bluesky:
    '<path fill="#fff" d="M12 11.6C11 9.5 8.6 6.6 6.6 6.6c-1.6 0-1.5 4 .4 5.9-1.5.5-1.4 3.5 1 4 2 .3 3.2-1.5 4-3.3.8 1.8 2 3.6 4 3.3 2.4-.5 2.5-3.5 1-4 1.9-1.9 2-5.9.4-5.9-2 0-4.4 2.9-5.4 5z"/>',
  whatsapp: `<path ${line} d="M6 18l.9-3A6.3 6.3 0 1 1 9.2 17.2z"/><path fill="#fff" d="M9.6 8.8c.6-.5 1.1-.2 1.3.4l.4.9c.1.4-.4.8-.6 1 .5 1.1 1.3 1.8 2.3 2.2.3-.3.6-.8 1-.7l.9.4c.6.3.6.9.1 1.4-1.7 1.5-6.7-2.6-5.4-5.6z"/>`,
  website: `<circle ${line} cx="12" cy="12" r="6.5"/><path ${line} d="M5.5 12h13M12 5.5c3.3 4.3 3.3 8.7 0 13M12 5.5c-3.3 4.3-3.3 8.7 0 13"/>`,
};
