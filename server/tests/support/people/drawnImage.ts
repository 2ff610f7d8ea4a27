import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** A PNG that no format makes lighter: three bytes a pixel. */
export const noisyImage = async (width: number, height: number): Promise<Blob> => {
  const pixels = randomBytes(width * height * 3);
  const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return new Blob([Uint8Array.from(bytes)]);
};

/** A small PNG of one colour, as a request takes it. */
export const drawnImage = async (): Promise<Blob> => {
  const bytes = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  return new Blob([Uint8Array.from(bytes)]);
};
