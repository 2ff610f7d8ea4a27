import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sanitizeSignature } from './sanitizeSignature.ts';

describe('the fonts of what is sanitised', () => {
  const name = fc.constantFrom(
    'メイリオ',
    'ＭＳ Ｐゴシック',
    '微软雅黑',
    '맑은 고딕',
    'דוד',
    'नोटो सैन्स',
    'Segoe UI',
    'Arial No. 2',
  );
  const plain = fc.constantFrom('Meiryo', 'sans-serif', 'Segoe UI');

  test('stay whatever script their names are in', () => {
    const font = fc.oneof(
      plain,
      name.map((each) => `'${each}'`),
    );
    fc.assert(
      fc.property(fc.array(font, { minLength: 1, maxLength: 5 }), (fonts) => {
        const html = `<p style="font-family:${fonts.join(',')}">x</p>`;
        expect(sanitizeSignature(html)).toBe(html);
      }),
    );
    expect(sanitizeSignature('<p style=\'font-family:"メイリオ",Meiryo\'>x</p>')).toBe(
      '<p style="font-family:&quot;メイリオ&quot;,Meiryo">x</p>',
    );
  });

  test('have no sign in their names that could begin anything else', () => {
    const sign = fc.constantFrom(...'\\()<>{}@:/&%!*');
    fc.assert(
      fc.property(name, sign, fc.constantFrom("'", ''), (font, bad, quote) => {
        const written = `<p style="font-family:${quote}${font}${bad}${font}${quote},Arial">x</p>`;
        expect(sanitizeSignature(written)).toBe('<p>x</p>');
      }),
    );
  });
});
