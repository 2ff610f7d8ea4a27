import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { RunChange } from '../../../domain/run/run.ts';
import type { PageRequest } from '../../../ports/pages/pages.ts';
import { findChanges } from './findChanges.ts';

const changeOf = (displayName: string, at: number): RunChange => ({
  runId: 'run',
  teammateId: String(at),
  displayName,
  action: 'add',
  changes: [],
  at: '2026-01-01T00:00:00.000Z',
});

/** Pages over a list, by the place in it. */
const openPages = (changes: readonly RunChange[]) => ({
  pageOfRun: (_tenantId: string, _runId: string, { limit, cursor }: PageRequest) => {
    const from = Number(cursor ?? 0);
    const next = from + limit;
    return Promise.resolve({
      items: changes.slice(from, next),
      cursor: next < changes.length ? String(next) : null,
    });
  },
});

/** Everybody found on all pages, and how many pages that took. */
const found = async (changes: readonly RunChange[], search: string, limit: number) => {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  let pages = 0;
  while (cursor !== null) {
    const page = await findChanges(openPages(changes), 'tenant', {
      runId: 'run',
      search,
      limit,
      cursor: cursor ?? undefined,
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map(({ teammateId }) => teammateId));
    cursor = page.cursor;
    pages += 1;
  }
  return { ids, pages };
};

describe('what a run changed, searched by name', () => {
  test('finds everybody with the beginnings of these words in their name, once and in order, whatever the page', async () => {
    const names = fc.array(fc.constantFrom('Zoë de Vries', 'Noor Bakker', 'Bas van Noord', '★ Info'), {
      maxLength: 40,
    });
    const searches = fc.constantFrom<(readonly string[])[]>(
      ['zoe', 'Zoë de Vries'],
      ['noo', 'Noor Bakker', 'Bas van Noord'],
      ['NOORD bas', 'Bas van Noord'],
      ['★', '★ Info'],
      ['', 'Zoë de Vries', 'Noor Bakker', 'Bas van Noord', '★ Info'],
      ['nobody'],
    );
    await fc.assert(
      fc.asyncProperty(names, searches, fc.integer({ min: 1, max: 5 }), async (all, [search = '', ...who], limit) => {
        const changes = all.map(changeOf);
        const expected = changes.filter(({ displayName }) => who.includes(displayName));
        expect((await found(changes, search, limit)).ids).toEqual(expected.map(({ teammateId }) => teammateId));
      }),
    );
  });

  test('answers now and then while it finds nobody, so that nobody waits for a whole run', async () => {
    const changes = Array.from({ length: 100 }, (_, at) => changeOf('Noor Bakker', at));
    expect(await found(changes, 'zoe', 2)).toEqual({ ids: [], pages: 5 });
  });
});
