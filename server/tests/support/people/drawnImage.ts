import sharp from 'sharp';

/** A small PNG of one colour, as a request takes it. */
export const drawnImage = async (): Promise<Blob> => {
  const bytes = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  return new Blob([Uint8Array.from(bytes)]);
};
