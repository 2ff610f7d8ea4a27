import encodeQR from 'qr';
import sharp, { type Sharp } from 'sharp';
import { quietZone } from '../domain/design/qrCode/fitQrCode.ts';
import type { ImageEncoder } from '../ports/imageEncoder.ts';

/**
 * A QR code as a picture without anything see-through, so that it stands on white in the dark as well. Each module is a
 * whole number of pixels wide, or some would be wider than others.
 */
export const drawQrCode = ({ text, level, version, color, size }: Parameters<ImageEncoder['drawQrCode']>[0]): Sharp => {
  const data = encodeQR(text, 'raw', { ecc: levels[level], version, encoding: 'byte', border: quietZone });
  const dark = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const pixels = Uint8Array.from(data.flat().flatMap((isDark) => (isDark ? dark : white)));
  const modules = data.length;
  const side = modules * Math.ceil((2 * size) / modules);
  return sharp(pixels, { raw: { width: modules, height: modules, channels: 3 } })
    .resize(side, side, { kernel: 'nearest' })
    .png({ palette: true, colours: 2, dither: 0, compressionLevel: 9 });
};

const levels = { M: 'medium', L: 'low' } as const;
const white = [255, 255, 255];
