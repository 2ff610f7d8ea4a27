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

describe('the place of a signature', () => {
  test.each([
    'margin:-300px 0 0 -50px',
    'margin:0 -1em',
    'margin-top:-5px',
    'padding:-4px',
    'line-height:-5',
    'letter-spacing:-20px',
  ])('cannot be left, so that it covers what others wrote: %s', (style) => {
    expect(sanitizeSignature(`<p style="${style}">x</p>`)).toBe('<p>x</p>');
  });

  test.each(['margin:0 0 8px .5em', 'padding:4px 2px', 'line-height:1.4', 'line-height:normal', 'letter-spacing:-1px'])(
    'has the room it asks for: %s',
    (style) => {
      expect(sanitizeSignature(`<p style="${style}">x</p>`)).toBe(`<p style="${style}">x</p>`);
    },
  );
});
