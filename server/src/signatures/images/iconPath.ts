import type { SocialNetwork } from '../../domain/design/composition.ts';

export interface SocialIcon {
  readonly network: SocialNetwork;
  /** `#rrggbb`. */
  readonly color: string;
  readonly pixels: number;
}

/** Where the icon of a network is to be had, below the address of this server. */
export const iconPath = ({ network, color, pixels }: SocialIcon): string =>
  `/images/icons/${network}-${color.slice(1)}-${String(pixels)}.png`;
