import sharp, { type Metadata, type Sharp } from 'sharp';
import { RequestError } from '../domain/errors.ts';
import type { EncodedImage, ImageEncoder } from '../ports/imageEncoder.ts';
import { drawQrCode } from './drawQrCode.ts';
import { keepLately } from './keepLately.ts';
import { socialGlyphs } from './socialGlyphs.ts';

/** Of one frame after the other. More could fill the memory: a few kilobytes can unpack to gigabytes. */
const mostPixels = 40_000_000;
const mostFrames = 100;
/** Twice the widest signature, for screens with two pixels where others have one. */
const widest = 1400;
const tallest = 1400;
const heaviest = 1024 * 1024;

/** By libvips, one image at a time, so that uploads never take every core from those who open a mail. */
export const openImageEncoder = (): ImageEncoder => {
  sharp.concurrency(1);
  sharp.cache(false);
  return {
    encode: async (uploaded) => {
      const metadata = await look(uploaded);
      const isAnimated = (metadata.pages ?? 1) > 1;
      const shrunk = open(uploaded, isAnimated)
        .autoOrient()
        .resize({ width: widest, height: tallest, fit: 'inside', withoutEnlargement: true });
      const encoded = await write(inFormat(shrunk, metadata));
      if (encoded.content.length > heaviest) {
        const message = 'This image is heavier than 1 MB even when it is made smaller. Use one with less in it.';
        throw refused('image-too-heavy', message, { bytes: encoded.content.length });
      }
      return encoded;
    },
    cut: async (photo, { shape, pixels }) => {
      const square = open(photo, false).autoOrient().resize(pixels, pixels, { fit: 'cover' });
      if (shape === 'square') return write(square.flatten({ background: '#ffffff' }).jpeg({ quality: 85 }));
      const radius = String(pixels / 2);
      const disc = `<svg width="${String(pixels)}" height="${String(pixels)}"><circle cx="${radius}" cy="${radius}" r="${radius}"/></svg>`;
      return write(
        square
          .ensureAlpha()
          .composite([{ input: Buffer.from(disc), blend: 'dest-in' }])
          .png(),
      );
    },
    drawIcon: keepLately(drawIcon, 300),
    // One of everybody who writes mails.
    drawQrCode: keepLately((code) => write(drawQrCode(code)), 2000),
  };
};

const drawIcon: ImageEncoder['drawIcon'] = ({ network, color, pixels }) => {
  const side = String(pixels);
  const field = `<rect width="24" height="24" rx="5" fill="${color}"/>${socialGlyphs[network]}`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${side}" height="${side}">${field}</svg>`;
  return write(sharp(Buffer.from(drawing)).png({ compressionLevel: 9 }));
};

const open = (bytes: Buffer, animated: boolean): Sharp =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated });

const usable = ['png', 'jpeg', 'gif', 'webp'];

const look = async (uploaded: Buffer): Promise<Metadata> => {
  if (uploaded.length === 0) throw unreadable();
  const metadata = await open(uploaded, false)
    .metadata()
    .catch((cause: unknown) => {
      throw isTooLarge(cause) ? tooLarge() : unreadable(cause);
    });
  if (metadata.width * metadata.height > mostPixels) throw tooLarge();
  if (metadata.format === 'svg') {
    const message = 'Mail clients do not show SVG. Save the image as PNG, twice as wide as it shall be shown.';
    throw refused('image-svg', message);
  }
  if (!usable.includes(metadata.format)) throw unreadable();
  if ((metadata.pages ?? 1) > mostFrames) {
    throw refused('image-too-long', `An animation may have ${String(mostFrames)} frames at most.`, {
      most: mostFrames,
    });
  }
  return metadata;
};

/** WebP is not shown by Outlook; what is see-through or drawn stays PNG, photographs become JPEG. */
const inFormat = (image: Sharp, { format, pages, hasAlpha }: Metadata): Sharp => {
  if ((pages ?? 1) > 1) return image.gif();
  if (format === 'jpeg' || (format === 'webp' && !hasAlpha)) return image.jpeg({ quality: 85, mozjpeg: true });
  return image.png({ compressionLevel: 9 });
};

const contentTypes: Readonly<Record<string, EncodedImage['contentType']>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
};

const write = async (image: Sharp): Promise<EncodedImage> => {
  const { data, info } = await image
    .timeout({ seconds: 20 })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      // Frames count together, and are seen only now.
      throw isTooLarge(cause) ? tooLarge() : unreadable(cause);
    });
  const contentType = contentTypes[info.format];
  if (contentType === undefined) throw unreadable();
  return { content: data, contentType, width: info.width, height: info.pageHeight ?? info.height };
};

const unreadable = (cause?: unknown): RequestError =>
  new RequestError(
    422,
    'image-unreadable',
    'This file cannot be read as an image. Upload a PNG, JPEG, GIF or WebP of at most 40 megapixels.',
    { cause },
  );

const isTooLarge = (cause: unknown): boolean => cause instanceof Error && /exceeds pixel limit/.test(cause.message);

const tooLarge = (): RequestError =>
  refused(
    'image-too-large',
    'An image may have 40 megapixels at most, in all frames together. Make it smaller first.',
    { most: mostPixels },
  );

const refused = (code: string, message: string, values: Readonly<Record<string, number>> = {}): RequestError =>
  new RequestError(422, code, message, { values });
