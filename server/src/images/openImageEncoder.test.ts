import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { openImageEncoder } from './openImageEncoder.ts';

const encoder = openImageEncoder();

const drawn = (width: number, height: number, background = '#3366cc') =>
  sharp({ create: { width, height, channels: 4, background } });

const frames = async (count: number): Promise<Buffer> => {
  const each = Array.from({ length: count }, (_, index) =>
    drawn(8, 8, `rgb(${String((index * 97) % 256)},${String(index * 2)},0)`)
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(each), { join: { animated: true } })
    .gif()
    .toBuffer();
};

describe('an uploaded image', () => {
  test('is made anew, at most twice as wide as a signature, with its proportions', async () => {
    const { contentType, width, height, content } = await encoder.encode(await drawn(2800, 700).png().toBuffer());
    expect({ contentType, width, height }).toEqual({ contentType: 'image/png', width: 1400, height: 350 });
    expect(await sharp(content).metadata()).toMatchObject({ format: 'png', width: 1400, height: 350 });
  });

  test('loses what the camera wrote into it, and stands upright', async () => {
    const photo = await drawn(40, 20)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'hidden words' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { content, width, height } = await encoder.encode(photo);
    const metadata = await sharp(content).metadata();
    expect([width, height]).toEqual([20, 40]);
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined]);
    expect(content.includes('hidden words')).toBe(false);
  });

  test('that Outlook would not show becomes one that it does', async () => {
    const clear = await encoder.encode(await drawn(9, 9, 'rgba(0,0,0,0.5)').webp().toBuffer());
    const opaque = await encoder.encode(await drawn(9, 9).removeAlpha().webp().toBuffer());
    expect([clear.contentType, opaque.contentType]).toEqual(['image/png', 'image/jpeg']);
  });

  test('that moves goes on moving, and says how high one frame is', async () => {
    const { contentType, height, content } = await encoder.encode(await frames(3));
    expect([contentType, height, (await sharp(content).metadata()).pages]).toEqual(['image/gif', 8, 3]);
    await expect(encoder.encode(await frames(101))).rejects.toMatchObject({ code: 'image-too-long' });
  });

  test('that moves may have as many pixels in all its frames as one that stands still', async () => {
    const frame = await drawn(2000, 2000).png({ compressionLevel: 1 }).toBuffer();
    const other = await drawn(2000, 2000, '#000000').png({ compressionLevel: 1 }).toBuffer();
    const each = Array.from({ length: 11 }, (_, index) => (index % 2 === 0 ? frame : other));
    const moving = await sharp(each, { join: { animated: true }, limitInputPixels: false })
      .gif({ effort: 1 })
      .toBuffer();
    await expect(encoder.encode(moving)).rejects.toMatchObject({ status: 422, code: 'image-too-large' });
  });

  test.each([
    ['a drawing in SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'image-svg'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'image-unreadable'],
    ['nothing', Buffer.alloc(0), 'image-unreadable'],
  ])('that is %s is refused with words', async (_what, bytes, code) => {
    await expect(encoder.encode(bytes)).rejects.toMatchObject({ status: 422, code });
  });

  test('of which half is missing, or with more pixels than memory, is refused with words', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const whole = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff', noise } })
      .png()
      .toBuffer();
    await expect(encoder.encode(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      code: 'image-unreadable',
    });
    const huge = await drawn(9000, 9000).png({ compressionLevel: 1 }).toBuffer();
    await expect(encoder.encode(huge)).rejects.toMatchObject({ code: 'image-too-large' });
  });
});

describe('a photo in a signature', () => {
  test('is cut square from the middle, or round with clear corners', async () => {
    const photo = await drawn(120, 60).jpeg().toBuffer();
    const square = await encoder.cut(photo, { shape: 'square', pixels: 32 });
    const round = await encoder.cut(photo, { shape: 'round', pixels: 32 });
    expect([square.contentType, square.width, square.height]).toEqual(['image/jpeg', 32, 32]);
    const { data, info } = await sharp(round.content).raw().toBuffer({ resolveWithObject: true });
    const alphaAt = (x: number, y: number) => data[(y * info.width + x) * info.channels + 3];
    expect([alphaAt(0, 0), alphaAt(31, 31), alphaAt(16, 16)]).toEqual([0, 0, 255]);
  });
});
