import type { SocialNetwork } from '../domain/design/composition.ts';
import type { QrCode } from '../domain/design/qrCode/fitQrCode.ts';
import type { StoredImage } from '../domain/design/image.ts';

export interface EncodedImage extends Pick<StoredImage, 'contentType' | 'width' | 'height'> {
  readonly content: Buffer;
}

export interface ImageEncoder {
  /**
   * Made anew from what was uploaded, as mail clients show it: PNG, JPEG or GIF, at most twice as wide as a signature,
   * nothing hidden in it. Throws RequestError 422 for what is no image, or one that cannot be used.
   */
  encode(uploaded: Buffer): Promise<EncodedImage>;
  /** A square of so many pixels cut from the middle, round with clear corners (PNG) or as it is (JPEG). */
  cut(photo: Buffer, how: { readonly shape: 'square' | 'round'; readonly pixels: number }): Promise<EncodedImage>;
  /** The sign of a network, white on a rounded field of the colour (`#rrggbb`). */
  drawIcon(icon: {
    readonly network: SocialNetwork;
    readonly color: string;
    readonly pixels: number;
  }): Promise<EncodedImage>;
  /** Modules of the colour on white with the edge of four that readers need, at least twice as many pixels as `size`. */
  drawQrCode(code: QrCode & { readonly color: string; readonly size: number }): Promise<EncodedImage>;
}
