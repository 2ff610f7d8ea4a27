import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import { withoutLooseCells } from './withoutLooseCells.ts';

const cleaned = (html: string): string => withoutLooseCells(sanitizeSignature(html));

describe('rows and cells in the HTML of an expert', () => {
  test.each([
    ['<tr><td>Ada</td></tr>', 'Ada'],
    ['<p>Ada</p><td><b>Sales</b></td>', '<p>Ada</p><b>Sales</b>'],
    ['<table><tr><td>Ada<tr><td>Sales</table>', '<table><tr><td>Ada</td></tr><tr><td>Sales</td></tr></table>'],
    ['<table><td>Ada</td></table>', '<table><td>Ada</td></table>'],
    [
      '<td><table><tr><td>Ada<br><tr><td>x</table></td>',
      '<table><tr><td>Ada<br /></td></tr><tr><td>x</td></tr></table>',
    ],
    ['</td></tr></table>Ada', 'Ada'],
  ])('%s is %s', (html, kept) => {
    expect(cleaned(html)).toBe(kept);
  });

  test('stand in a table or not at all, whatever was written, and nothing else goes', () => {
    const piece = fc.constantFrom(
      ...['<table>', '</table>', '<tbody>', '</tbody>', '<tr>', '</tr>', '<td>', '</td>', '<th>', '<div>', '</div>'],
      ...['<p>', '</p>', '<b>', '</b>', '<br>', '<img src="https://u.example/i.png">', 'Ada ', '&lt;tr&gt;'],
    );
    const seen = (html: string): string => html.replace(/<\/?(?:t[a-z]+)[^>]*>/g, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const all = sanitizeSignature(pieces.join(''));
        const kept = withoutLooseCells(all);
        expect(seen(kept)).toBe(seen(all));
        expect(withoutLooseCells(kept)).toBe(kept);
        const depth = [...kept.matchAll(/<(\/?)(table|tr|td|th|tbody|thead)\b/g)].reduce((tables, [, slash, name]) => {
          if (name !== 'table') expect(tables).toBeGreaterThan(0);
          return tables + (name === 'table' ? (slash === '' ? 1 : -1) : 0);
        }, 0);
        expect(depth).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
