import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import juice from 'juice';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import { inlineStyles } from './inlineStyles.ts';

describe('the style sheets of a signature', () => {
  const asWord = [
    '/* Font Definitions + Outlook ~ iOS */ @font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}',
    'p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}',
    'a:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1; text-decoration:underline;}',
    ...Array.from({ length: 120 }, (_, at) => `span.Style${String(at)} {color:#${String(100 + at)}; font-weight:bold}`),
    '@page WordSection1 {size:612.0pt 792.0pt;} div.WordSection1 {page:WordSection1;}',
    'v\\:* {behavior:url(#default#VML);} .b{background:url(data:image/png;base64,iVBO+AAA+BBB+CCC)}',
    'table.T tr:nth-child(2n+1) td, table.T td:first-child {padding:0} .x + .y {color:red} div > p b {color:blue}',
  ].join('\n');
  const rows = Array.from(
    { length: 60 },
    (_, at) => `<p class="MsoNormal">Line<br><span class="Style${String(at)}"><b>x</b></span></p>`,
  );
  const words = `<div class=WordSection1>${rows.join('')}<table class="T"><tr><td>1</td></tr></table></div>`;

  test.each([
    ['in an element', `<style>${asWord}</style>${words}`],
    ['in capitals', `<STYLE type="text/css">${asWord}</STYLE >${words}`],
    ['hidden in a comment', `<style><!--\n${asWord}\n--></style>${words}`],
    ['behind the words', `${words}<style>${asWord}</style>`],
    ['in two', `<style>${asWord}</style>${words}<style>b{color:red}</style>`],
  ])('are written onto its elements, %s', (_where, html) => {
    const bare = html.replaceAll('<!--', '').replaceAll('-->', '');
    expect(sanitizeSignature(inlineStyles(html) ?? '')).toBe(sanitizeSignature(juice(bare)));
    expect(sanitizeSignature(inlineStyles(html) ?? '')).toContain('font-weight:bold');
  });

  test('are not, where they are for some programs alone', () => {
    const html = '<!--[if mso]><style>b{color:red}</style><![endif]--><b>x</b><style>i{color:red}</style>';
    expect(inlineStyles(html)).toBe('<b>x</b>');
  });

  test('are the same in capitals, and what an element says itself counts more', () => {
    const sheet = (rules: string) => `<style>td{${rules}}</style>`;
    const shown = (html: string) => sanitizeSignature(inlineStyles(html) ?? '');
    const rule = fc.constantFrom(
      'color:red',
      'margin-bottom:8pt',
      'font-size:11pt',
      'background-color:blue',
      'font:12px Arial',
    );
    const own = fc.constantFrom('color:blue', 'margin-bottom:0', 'font-size:9pt');
    const capital = (text: string, isCapital: boolean) =>
      isCapital ? text.replace(/^[^:]*:\d*(?!2px)/, (name) => name.toUpperCase()) : text;
    const sign = fc.constantFrom(';', ' ;\n  ', ' !IMPORTANT;');
    fc.assert(
      fc.property(fc.array(fc.tuple(rule, fc.boolean())), sign, own, (rules, between, [...style]) => {
        const written = (isCapital: boolean) => rules.map(([each, is]) => capital(each, is && isCapital)).join(between);
        const cell = `<table><tr><td style="${style.join('')}">x</td></tr></table>`;
        expect(shown(sheet(written(true)) + cell)).toBe(shown(sheet(written(false)) + cell));
        const [name = '', value = ''] = style.join('').split(':');
        const inCapitals = shown(sheet(written(true)) + cell.replace(name, name.toUpperCase()));
        if (!between.includes('!'))
          expect([...inCapitals.matchAll(new RegExp(`[";]${name}:([^;"]*)`, 'g'))].at(-1)?.[1]).toBe(value);
      }),
    );
  });

  test('and comments are all there is to change', () => {
    const piece = fc.constantFrom('<b>', 'style', '{', ',', '</b>', 'a:b', '<!-- x -->', '<styles>');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join('');
        expect(inlineStyles(html)).toBe(html.replaceAll('<!-- x -->', ''));
      }),
    );
  });

  const breaks = (count: number) => '<br>'.repeat(count);
  test.each([
    ['many rules', 'b{a:b}'.repeat(1000), '<b>x</b>'.repeat(1000)],
    ['more rules than can be read', 'b{a:b}'.repeat(20_000), ''],
    ['rules about many words', 'b{a:b}'.repeat(5000), 'x'.repeat(100_000)],
    ['many selectors', `${'b,'.repeat(1000)}b{a:b}`, '<b>x</b>'.repeat(1000)],
    ['many declarations', `br{${'color:red;'.repeat(2000)}}`, breaks(2000)],
    ['a long one', `br{a:${'x'.repeat(20_000)}}`, breaks(2000)],
    ['siblings of siblings', 'x~b~b~b~b{a:b}', '<b>x</b>'.repeat(100)],
    ['places among siblings', 'br:NTH-LAST-CHILD(2){a:b}', breaks(9000)],
    ['names in other letters', 'br:n\\74h-last-child(2){a:b}', breaks(9000)],
    ['what is not', 'br:NOT(:LAST-CHILD){a:b}', breaks(9000)],
    ['what is inside', 'b:has(i){a:b}'.repeat(10), '<b><i>x</i></b>'.repeat(2000)],
    ['long ways down', 'i i i i i i p>i i i i i i b{a:b}'.repeat(50), `${'<i>'.repeat(400)}${'<b>x</b>'.repeat(1000)}`],
    ['values in quotes', `b[title=";"]:nth-last-child(2)[title="{"]{a:b}`, '<b>x</b>'.repeat(9000)],
    ['names as references', `${'.a{b:c;d:e;f:g}'.repeat(100)}`, '<b class="&#97;">x</b>'.repeat(1000)],
  ])('are refused before they are matched, where they ask too much: %s', (_what, rules, html) => {
    expect(inlineStyles(`<style>${rules}</style>${html}`)).toBeNull();
  });
});
