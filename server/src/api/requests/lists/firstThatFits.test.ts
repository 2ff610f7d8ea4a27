import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PageOf, PageRequest } from '../../../ports/pages/pages.ts';
import { firstThatFits } from './firstThatFits.ts';

/** Pages as told, each under its number. */
const book = (pages: readonly (readonly number[])[]) => {
  const asked: PageRequest[] = [];
  const read = (request: PageRequest): Promise<PageOf<number>> => {
    asked.push(request);
    const at = Number(request.cursor ?? 0);
    return Promise.resolve({ items: pages[at] ?? [], cursor: at + 1 < pages.length ? String(at + 1) : null });
  };
  return { asked, read };
};

const isEven = (item: number): boolean => item % 2 === 0;

describe('pages with only what fits', () => {
  test('one after the other hold everything that fits, in its order, and none is empty before the last but after many', async () => {
    const pages = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(pages, async (written) => {
        const { read, asked } = book(written);
        const found: number[] = [];
        let cursor: string | null | undefined;
        while (cursor !== null) {
          const before = asked.length;
          const page = await firstThatFits({ limit: 3, cursor }, { read, fits: isEven });
          const many = asked.length - before;
          expect(many).toBeLessThanOrEqual(11);
          if (page.items.length === 0 && page.cursor !== null) expect(many).toBe(11);
          found.push(...page.items);
          cursor = page.cursor;
        }
        expect(found).toEqual(written.flat().filter(isEven));
        expect(asked.map((request) => request.cursor)).toEqual(
          written.map((_, at) => (at === 0 ? undefined : String(at))),
        );
      }),
    );
  });
});
