import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import juice from 'juice';
import { inlineStyles } from './inlineStyles.ts';

test('the sheet of a signature as Word saves it is written onto its elements', () => {
  const rules = Array.from({ length: 100 }, (_, at) => `p.MsoNormal${String(at)}, li.Mso${String(at)} {margin:0cm}`);
  const words = Array.from({ length: 150 }, (_, at) => `<p class="MsoNormal${String(at)}">Line</p>`);
  const html = `<style>${rules.join('\n')} a:hover {color:red} tr td:first-child {padding:0}</style>${words.join('')}`;
  expect(inlineStyles(html)).toBe(juice(html));
});

test('HTML without a sheet stays as it is', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: fc.constantFrom('<b>', 'style', '{', ',', '</b>', 'a:b') })
        .filter((html) => !/<style/i.test(html)),
      (html) => {
        expect(inlineStyles(html)).toBe(html);
      },
    ),
  );
});

test.each([
  ['rules', `${'b{a:b}'.repeat(1000)}`],
  ['selectors of one rule', `${'b,'.repeat(1000)}b{a:b}`],
  ['selectors that ask of every element around', 'x~b~b{a:b}'],
  ['a sheet that never ends', '</b><style>'.repeat(3) + 'b{'.repeat(1000)],
])('too many %s for so many elements are refused before anything is matched', (_what, rules) => {
  expect(inlineStyles(`<p>${'<b>x</b>'.repeat(500)}<sTyLe>${rules}`)).toBeNull();
});
