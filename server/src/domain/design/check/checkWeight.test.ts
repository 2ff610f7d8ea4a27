import { describe, expect, test } from '@jest/globals';
import { column, numbered, picture, row, words } from '../gallery/build.ts';
import type { Block } from '../composition.ts';
import type { MailDesign } from '../signature.ts';
import { checkWeight } from './checkWeight.ts';

const [logo, photo, winter] = ['a', 'b', 'c'].map((sign) => sign.repeat(64)) as [string, string, string];
/** With a banner of so many kilobytes. */
const contextOf = (banner: number) => {
  const kilobytes = new Map([
    [logo, 100],
    [photo, 400],
    [winter, banner],
  ]);
  return { logo, bytesOf: (id: string) => (kilobytes.get(id) ?? 0) * 1024 };
};

const composed = (blocks: readonly Block[]): MailDesign => ({
  kind: 'composition',
  composition: numbered({
    base: { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#222222' },
    width: 600,
    direction: 'ltr',
    rows: [row([column(blocks)])],
  }),
});
const html = (...ids: readonly string[]): MailDesign => ({
  kind: 'html',
  html: ids.map((id) => `<img alt="x" src="cid:${id}">`).join(''),
});
const shown = (imageId: string): Block => picture({ source: { kind: 'upload', imageId }, width: 100, alt: words('x') });
const ofBrand = picture({ source: { kind: 'logo' }, width: 100, alt: words('x') });
const banner: Block = {
  ...{ id: '', kind: 'banner', condition: null, imageId: winter, width: 300, alt: words('x'), href: null },
  ...{ from: '2026-12-01', until: '2026-12-24', timeZone: 'Europe/Amsterdam' },
};
const weight = (mail: MailDesign, context = contextOf(13)): unknown =>
  checkWeight(mail, context).map(({ severity, values }) => [severity, values]);
const tooHeavy = [['warning', { size: 513, limit: 512 }]];

describe('what the pictures of a signature weigh', () => {
  test('is told where it is too much together, whatever shows them', () => {
    expect(weight(html(logo, photo, winter))).toEqual(tooHeavy);
    expect(weight(composed([ofBrand, shown(photo), banner]))).toEqual(tooHeavy);
    const block: Block = { id: '', kind: 'html', condition: null, html: `<img src="cid:${winter}">` };
    expect(weight(composed([shown(logo), shown(photo), block]))).toEqual(tooHeavy);
  });

  test('counts each once, those that are gone not at all, and is nothing to tell up to the limit', () => {
    expect(weight(html(logo, photo, winter, photo, logo, 'd'.repeat(64)), contextOf(12))).toEqual([]);
    expect(checkWeight(composed([ofBrand]), { ...contextOf(13), logo: null })).toEqual([]);
  });
});
