import jsQR from 'jsqr';
import sharp from 'sharp';

/** What a telephone reads from a picture, by another library than the one that draws it. Throws where it reads nothing. */
export const readQrPicture = async (png: Buffer): Promise<string> => {
  const { data, info } = await sharp(png)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height);
  if (read === null) throw new Error('There is no code in this picture that can be read.');
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(read.binaryData));
};

/** The values of a card by property, its parts unescaped. */
export const readCard = (text: string): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    text
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [, name = '', value = ''] = /^([^:]*):(.*)$/su.exec(line) ?? [];
        const parts = (value.match(/(?:\\.|[^;\\])*(?:;|$)/gsu) ?? []).map((part) => part.replace(/;$/, ''));
        const all = (parts.length > 1 && parts.at(-1) === '' && !value.endsWith(';') ? parts.slice(0, -1) : parts).map(
          (part) => part.replace(/\\(.)/gsu, (_whole, sign: string) => (sign === 'n' ? '\n' : sign)),
        );
        return [name, all.length === 1 ? (all[0] ?? '') : all] as const;
      }),
  );
