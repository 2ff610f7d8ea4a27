import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  column,
  composition,
  field,
  line,
  personWith,
  render,
  row,
  separator,
} from '../../../../../tests/support/designs/compositions.ts';
import type { Part } from '../../composition.ts';

const words = (text: string): Part => ({ kind: 'text', text: { default: text } });

const shown = (parts: readonly Part[], values: Readonly<Record<string, string>>): string =>
  render(
    composition(row(column(line(...parts)))),
    personWith(Object.fromEntries(Object.entries(values).map(([name, value]) => [`person.${name}`, value]))),
  ).text;

const [name, title, office] = ['displayName', 'jobTitle', 'department'].map((each) => field(each, 'none')) as [
  Part,
  Part,
  Part,
];

describe('brackets that somebody typed about fields', () => {
  test.each([
    ['at the end of a line', [name, words(' ('), title, words(')')], 'Ada'],
    ['between words', [name, words(' ['), title, words('] at '), office], 'Ada at R&D'],
    ['before a sign', [name, words(' ('), title, words('), '), office], 'Ada, R&D'],
    ['before a separator', [name, words(' ('), title, words(')'), separator(' ¦ '), office], 'Ada ¦ R&D'],
    ['with words of their own', [name, words(' (as '), title, words(' since 2020)')], 'Ada'],
    ['about two of them', [name, words(' ('), title, words(' / '), field('city', 'none'), words(')')], 'Ada'],
    ['within others', [name, words(' ('), office, words(' ['), title, words('])')], 'Ada (R&D)'],
    ['at the beginning', [words('('), title, words(') · '), office], 'R&D'],
    ['one behind the other', [name, words(' ('), title, words(') ('), field('city', 'none'), words(')')], 'Ada'],
    ['glued to what follows', [words('The ('), title, words(')'), office], 'The R&D'],
    ['in full width', [name, words('（'), title, words('）')], 'Ada'],
  ] as const)('leave no trace of a blank one, %s', (_, parts, expected) => {
    expect(shown(parts, { displayName: 'Ada', department: 'R&D' })).toBe(expected);
  });

  test.each([
    ['one of two is there', [name, words(' ('), title, words(', '), office, words(')')], 'Ada (R&D)'],
    ['the other of two is there', [name, words(' ('), office, words(' | '), title, words(')')], 'Ada (R&D)'],
    ['they are about words', [name, words(' (she/her) '), office], 'Ada (she/her) R&D'],
    ['they are never closed', [name, words(' ('), title], 'Ada ('],
    ['another sign closes them', [name, words(' ('), title, words(']')], 'Ada (]'],
  ] as const)('stay where %s', (_, parts, expected) => {
    expect(shown(parts, { displayName: 'Ada', department: 'R&D' })).toBe(expected);
  });

  test('change nothing for whoever has it all, and are about something for everybody, however they stand', () => {
    const anyPart = fc.oneof(
      fc.constantFrom(name, title, office),
      fc.constantFrom(' (', ')', ') (', '[', ']', ' a ', ' · ', ', ', '(b)').map(words),
    );
    fc.assert(
      fc.property(
        fc.array(anyPart, { minLength: 1, maxLength: 12 }),
        fc.subarray(['Ada', 'B', 'R&D']),
        (parts, known) => {
          const all = { displayName: 'Ada', jobTitle: 'B', department: 'R&D' };
          const filled = shown(parts, all);
          for (const each of parts)
            if (each.kind === 'field') expect(filled).toContain(all[each.field.slice(7) as 'jobTitle']);
          const some = Object.fromEntries(Object.entries(all).filter(([, value]) => known.includes(value)));
          const text = shown(parts, some);
          const typed = parts.map((part) => (part.kind === 'text' ? part.text.default : 'x')).join('');
          const empty = /\([\s,·]*\)/g;
          expect(text.match(empty)?.length ?? 0).toBeLessThanOrEqual(typed.match(empty)?.length ?? 0);
          for (const value of Object.values(some)) if (filled.includes(value)) expect(text).toContain(value);
        },
      ),
    );
  });

  test('may be as many and as deep as a line can hold', () => {
    const deep = (sign: string): Part => words(sign.repeat(2000));
    const parts = Array.from({ length: 12 }, () => [deep('('), title, deep(')'), office]).flat();
    expect(shown(parts, { department: 'R' })).toBe('R'.repeat(12));
    expect(shown([deep('['), title, office, deep(']')], { department: 'R' })).toBe(
      `${'['.repeat(2000)}R${']'.repeat(2000)}`,
    );
  });
});
