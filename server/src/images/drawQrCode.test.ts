import { describe, expect, test } from '@jest/globals';
import { isThorough } from '../../tests/support/isThorough.ts';
import fc from 'fast-check';
import sharp from 'sharp';
import { personWith } from '../../tests/support/designs/compositions.ts';
import { readCard, readQrPicture } from '../../tests/support/designs/readQrPicture.ts';
import type { CardField } from '../domain/design/composition.ts';
import { contactCode } from '../domain/design/qrCode/contactCode.ts';
import { bytesIn, fitQrCode } from '../domain/design/qrCode/fitQrCode.ts';
import { presentable } from '../domain/text/presentable.ts';
import { openImageEncoder } from './openImageEncoder.ts';

const encoder = openImageEncoder();
const draw = async (text: string, size = 140, color = '#1f1f1f'): Promise<Buffer> => {
  const code = fitQrCode(text, size);
  if (code === null) throw new Error('There is no room for it.');
  return (await encoder.drawQrCode({ ...code, size, color })).content;
};

const fields: readonly CardField[] = ['person.jobTitle', 'person.companyName', 'person.department', 'person.mail'];
/** Of any script, with what means something in a card and what nobody should meet in a name. */
const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('Zoë', 'שלום', '李雷', '👩‍🚀', 'a;b', 'c,d', 'e\\f', 'g\nh', '\u202eevil', ''),
);

describe('the picture of a QR code', () => {
  test('says to a telephone exactly what the card of that person says, whoever it is', async () => {
    const anyPerson = fc.record({
      displayName: anyWords,
      jobTitle: anyWords,
      companyName: anyWords,
      department: anyWords,
    });
    await fc.assert(
      fc.asyncProperty(anyPerson, async (known) => {
        const values = Object.entries(known).map(([key, value]) => [`person.${key}`, value] as const);
        const person = personWith({ ...Object.fromEntries(values), 'person.mail': 'ada@linden.example' });
        const found = contactCode({ fields, website: '', size: 300 }, person);
        if (found === null) return expect(presentable(known.displayName)).toBe('');
        const { content } = await encoder.drawQrCode({ ...found.code, size: 300, color: '#0f6cbd' });
        const text = await readQrPicture(content);
        expect(text).toBe(found.code.text);
        const card = readCard(text);
        expect(card).toMatchObject({ VERSION: '3.0', FN: found.name, 'EMAIL;TYPE=INTERNET': 'ada@linden.example' });
        if (!/[\n\v\f\r\u0085\u2028\u2029]/u.test(known.jobTitle))
          expect(card['TITLE'] ?? '').toBe(presentable(known.jobTitle));
      }),
      { numRuns: isThorough ? 30 : 10 },
    );
  });

  test('is read at every size that there is room for, in a code of every version from the smallest', async () => {
    for (const bytes of [1, 14, 15, 60, 122, 154, 250, 331, 367, 458, 520, 660, 1000]) {
      const text = 'x'.repeat(bytes);
      const size = [80, 100, 140, 200, 300].find((each) => fitQrCode(text, each) !== null) ?? 0;
      expect(await readQrPicture(await draw(text, size))).toBe(text);
    }
  });

  test('is the same to the byte each time, since its address is for ever', async () => {
    const [one, other] = await Promise.all([draw('https://linden.example/'), draw('https://linden.example/')]);
    expect(one.equals(other)).toBe(true);
    expect(one.length).toBeLessThan(2000);
  });

  test('has four modules of white around it, nothing see-through, two colours, and twice as many pixels as it is shown with', async () => {
    const png = await draw('https://linden.example/', 140, '#0f6cbd');
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.channels, info.width === info.height, info.width >= 280]).toEqual([3, true, true]);
    const colours = new Set<string>();
    let nearest = info.width;
    for (let at = 0; at < info.width * info.height; at += 1) {
      const colour = data.subarray(at * 3, at * 3 + 3).toString('hex');
      colours.add(colour);
      if (colour === 'ffffff') continue;
      const [x, y] = [at % info.width, Math.floor(at / info.width)];
      nearest = Math.min(nearest, x, y, info.width - 1 - x, info.height - 1 - y);
    }
    expect([...colours].sort()).toEqual(['0f6cbd', 'ffffff']);
    const { version = 0 } = fitQrCode('https://linden.example/', 140) ?? {};
    expect(nearest).toBe((4 * info.width) / (17 + 4 * version + 8));
  });

  test('takes as many bytes into each version as the standard says', async () => {
    for (const text of ['é'.repeat(61), 'é'.repeat(77)]) {
      expect(bytesIn(text)).toBe(text.length * 2);
      expect(await readQrPicture(await draw(text, 80))).toBe(text);
    }
  });
});
