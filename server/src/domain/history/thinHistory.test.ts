import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RunChange } from '../run/run.ts';
import { factsOf, thinChange } from './thinHistory.ts';

const change = fc.record({
  runId: fc.constant('run'),
  teammateId: fc.constant('ada'),
  displayName: fc.constant('Ada'),
  action: fc.constantFrom('add', 'update', 'disable', 'enable'),
  changes: fc.uniqueArray(
    fc.record({
      field: fc.constantFrom('jobTitle', 'city', 'mobilePhone'),
      old: fc.constant(null),
      new: fc.string({ maxLength: 2 }),
    }),
    { selector: ({ field }) => field },
  ),
  at: fc.constant('2026-01-01T00:00:00.000Z'),
}) satisfies fc.Arbitrary<RunChange>;

/** Newest first, everything old. */
const thin = (history: readonly RunChange[]): readonly RunChange[] => {
  const told = new Set<string>();
  return history.flatMap((each) => {
    const left = thinChange(each, told);
    for (const fact of factsOf(each)) told.add(fact);
    return left ?? [];
  });
};

const newestOf = (history: readonly RunChange[], field: string) =>
  history.flatMap(({ changes }) => changes).find((each) => each.field === field);

describe('old history', () => {
  test('keeps of each field the last change and no other, and the last of everything done', () => {
    fc.assert(
      fc.property(fc.array(change), (history) => {
        const left = thin(history);
        for (const field of ['jobTitle', 'city', 'mobilePhone']) {
          expect(newestOf(left, field)).toBe(newestOf(history, field));
        }
        const fields = left.flatMap(({ changes }) => changes.map(({ field }) => field));
        expect(new Set(fields).size).toBe(fields.length);
        expect(new Set(left.map(({ action }) => action))).toEqual(new Set(history.map(({ action }) => action)));
        expect(thin(left)).toEqual(left);
      }),
    );
  });

  test('is left as it is where nothing later tells it anew', () => {
    fc.assert(
      fc.property(change, (only) => {
        expect(thinChange(only, new Set())).toBe(only);
      }),
    );
  });
});
