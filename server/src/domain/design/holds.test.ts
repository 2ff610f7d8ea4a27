import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Condition, ConditionTest } from './condition.ts';
import type { DesignPerson } from './designPerson.ts';
import { holds } from './holds.ts';

const zoe: DesignPerson = {
  values: { 'person.city': 'Zürich', 'person.jobTitle': '\u200b', 'person.department': 'Sales Europe' },
  groups: new Set(['g1']),
  units: new Set(['u1']),
  language: 'nl-be',
  photoUrl: () => null,
  id: 'zoe',
  today: { date: () => '2026-12-01' },
};

const only = (one: ConditionTest): Condition => ({ match: 'all', tests: [one] });
const field = (path: string, is: 'equals' | 'notEquals' | 'contains' | 'startsWith', value: string): Condition =>
  only({ kind: 'field', field: path, is, value });

describe('a condition', () => {
  test('compares without case and marks, and sees nothing in what nobody can see', () => {
    expect(holds(field('person.city', 'equals', 'ZURICH'), zoe)).toBe(true);
    expect(holds(field('person.city', 'notEquals', 'zurich'), zoe)).toBe(false);
    expect(holds(field('person.department', 'contains', 'eur'), zoe)).toBe(true);
    expect(holds(field('person.department', 'startsWith', 'eur'), zoe)).toBe(false);
    expect(holds(only({ kind: 'field', field: 'person.jobTitle', is: 'blank' }), zoe)).toBe(true);
    expect(holds(only({ kind: 'field', field: 'person.unheardOf', is: 'filled' }), zoe)).toBe(false);
    expect(holds(field('person.unheardOf', 'notEquals', 'Bern'), zoe)).toBe(true);
  });

  test('knows groups, units and the language with its regions, in one direction only', () => {
    expect(holds(only({ kind: 'group', id: 'g1', is: 'member' }), zoe)).toBe(true);
    expect(holds(only({ kind: 'group', id: 'u1', is: 'notMember' }), zoe)).toBe(true);
    expect(holds(only({ kind: 'unit', id: 'u1', is: 'member' }), zoe)).toBe(true);
    expect(holds(only({ kind: 'language', is: 'is', value: 'nl' }), zoe)).toBe(true);
    expect(holds(only({ kind: 'language', is: 'isNot', value: 'nl-be' }), zoe)).toBe(false);
    expect(holds(only({ kind: 'language', is: 'is', value: 'nl-be' }), { ...zoe, language: 'nl' })).toBe(false);
    expect(holds(only({ kind: 'language', is: 'is', value: 'n' }), zoe)).toBe(false);
  });

  test('of several tests takes all or any, and none at all is always so', () => {
    const results = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(results, (expected) => {
        const tests = expected.map((is): ConditionTest => ({ kind: 'group', id: is ? 'g1' : 'g2', is: 'member' }));
        expect(holds({ match: 'all', tests }, zoe)).toBe(!expected.includes(false));
        expect(holds({ match: 'any', tests }, zoe)).toBe(expected.includes(true));
      }),
    );
    expect(holds(null, zoe)).toBe(true);
  });
});
