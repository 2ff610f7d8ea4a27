import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { markOf, openChain, type ChainPage } from './openChain.ts';

/** How many of the pages are let by; all of them where nothing is wrong. */
const passed = (from: string | null, pages: Iterable<ChainPage>): number => {
  const look = openChain(from);
  let count = 0;
  try {
    for (const page of pages) {
      look(page);
      count += 1;
    }
  } catch (error) {
    expect(error).toMatchObject({ code: 'directory-link-expired' });
  }
  return count;
};

const endless = function* (page: (at: number) => ChainPage): Generator<ChainPage> {
  for (let at = 1; ; at += 1) yield page(at);
};
const pages = fc.array(fc.option(fc.nat(3)), { maxLength: 60 }).map((marks) =>
  marks.map((mark, at): ChainPage => {
    const isLast = at === marks.length - 1;
    return {
      next: isLast ? null : `link-${String(at + 1)}`,
      mark: mark === null ? null : markOf(`${String(mark)}/${String(at)}`),
    };
  }),
);

describe('a list of pages', () => {
  test('is followed to its end where every link and every page that says something is another', () => {
    fc.assert(fc.property(pages, (chain) => void expect(passed('link-0', chain)).toBe(chain.length)));
  });

  test('that links back to any of its pages ends there, also behind empty pages', () => {
    fc.assert(
      fc.property(pages, fc.nat(), (chain, back) => {
        const target = back % (chain.length + 1);
        const circle = endless((at) => ({
          next: `link-${String(at > chain.length ? target : at)}`,
          mark: markOf(String(at)),
        }));
        expect(passed('link-0', circle)).toBe(chain.length);
      }),
    );
  });

  test('that says the same ten times running ends there, whatever its links and however many empty pages lie between', () => {
    fc.assert(
      fc.property(pages, fc.nat(5), (chain, gap) => {
        const said = chain.filter(({ next }) => next !== null).map(({ mark }) => mark);
        const behind = (at: number): number | null => (at % (gap + 1) === 0 ? markOf('same') : null);
        const mark = (at: number): number | null => (at < said.length ? (said[at] ?? null) : behind(at - said.length));
        const circle = endless((at) => ({ next: `link-${String(at)}`, mark: mark(at - 1) }));
        expect(passed('link-0', circle)).toBe(said.length + 9 * (gap + 1));
      }),
    );
  });

  test('may say the same nine times running, and the same again later', () => {
    const marks = [...Array.from({ length: 9 }, () => 'a'), 'b', ...Array.from({ length: 9 }, () => 'a')];
    const chain = marks.map((mark, at) => ({ next: `link-${String(at + 1)}`, mark: markOf(mark) }));
    expect(passed('link-0', chain)).toBe(marks.length);
  });

  test('is told apart from others by long links that differ at one place', () => {
    const link = fc.tuple(fc.string({ minLength: 300, maxLength: 600 }), fc.nat(299));
    fc.assert(
      fc.property(fc.uniqueArray(link, { minLength: 50, maxLength: 200, selector: ([, at]) => at }), (links) => {
        const [[text = ''] = []] = links;
        const changed = links.map(([, at]) => `${text.slice(0, at)}\u2603${text.slice(at + 1)}`);
        expect(new Set(changed.map(markOf)).size).toBe(new Set(changed).size);
      }),
    );
  });

  test('may have hundreds of empty pages in a row, and not thousands', () => {
    const empty = endless((at) => ({ next: `link-${String(at)}`, mark: null }));
    expect(passed('link-0', empty)).toBe(1999);
  });
});
