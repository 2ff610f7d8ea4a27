import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffStates } from './diffStates.ts';

describe('what changed between two states', () => {
  test('is nothing between two that are the same, whatever they hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (state) => {
        expect(diffStates(state, structuredClone(state))).toEqual({ changes: [], more: 0 });
      }),
    );
  });

  test('is the same backwards with old and new exchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const there = diffStates(one, other).changes;
        const back = diffStates(other, one).changes;
        expect(back.map((change) => ({ field: change.field, old: change.new, new: change.old }))).toEqual(there);
      }),
    );
  });

  test('is told value by value, from nothing and to nothing too', () => {
    expect(
      diffStates({ everyone: true, filters: { guests: 'exclude', mail: '' } }, { everyone: true, filters: {} }),
    ).toEqual({
      changes: [{ field: 'filters.guests', old: 'exclude', new: null }],
      more: 0,
    });
    expect(diffStates(null, { count: 0 }).changes).toEqual([{ field: 'count', old: null, new: '0' }]);
  });

  test('names what is picked, and tells another order', () => {
    const sales = { id: '1', displayName: 'Sales' };
    const board = { id: '2', displayName: 'Board' };
    expect(diffStates({ groups: [sales] }, { groups: [sales, board] }).changes).toEqual([
      { field: 'groups', old: 'Sales', new: 'Sales, Board' },
    ]);
    expect(diffStates({ groups: [sales, board] }, { groups: [board, sales] }).changes).toHaveLength(1);
  });

  test('tells a change inside one of several', () => {
    const rule = (enabled: boolean) => ({ id: '1', name: 'Interns', enabled });
    expect(diffStates({ rules: [rule(true)] }, { rules: [rule(false)] }).changes).toEqual([
      { field: 'rules.Interns.enabled', old: 'true', new: 'false' },
    ]);
  });

  test('is cut where it is long, in words and in number', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`f${String(at)}`, 'x'.repeat(5000)]));
    const { changes, more } = diffStates({}, many);
    expect([changes.length, more]).toEqual([40, 20]);
    expect(changes.every((change) => change.new?.length === 200)).toBe(true);
  });
});
