import { expect, test } from '@jest/globals';
import type { CollectionDeclaration } from '../../collection.ts';
import { writeBatches } from './writeBatches.ts';

interface Entry {
  readonly id: string;
  readonly code: string | null;
}

const entries: CollectionDeclaration<Entry> = {
  name: 'entries',
  id: ({ id }) => id,
  keys: { code: ({ code }) => code },
  unique: ['code'],
};

const put = (id: string, code: string | null = null) => ({ put: { id, code } });
const idsOf = (operations: Parameters<typeof writeBatches<Entry>>[1], isFenced = false): readonly string[] =>
  writeBatches(entries, operations, isFenced).map((batch) => batch.map(({ id }) => id).join(''));

test('what cannot fail by itself goes together, in order, a document once and a thousand at most', () => {
  expect(idsOf([put('a'), { delete: 'b' }, put('c')])).toEqual(['abc']);
  expect(idsOf([put('a'), put('b'), put('a'), put('c'), { delete: 'a' }])).toEqual(['ab', 'ac', 'a']);
  const many = Array.from({ length: 2500 }, (_, index) => put(String(index)));
  expect(writeBatches(entries, many, false).map((batch) => batch.length)).toEqual([1000, 1000, 500]);
  expect(idsOf([])).toEqual([]);
});

test('what may fail by itself is sent alone, so that nothing after it is applied when it does', () => {
  expect(idsOf([put('a'), { ...put('b'), ifRevision: 1 }, put('c'), put('d')])).toEqual(['a', 'b', 'cd']);
  expect(idsOf([put('a'), put('b', 'taken'), put('c')])).toEqual(['a', 'b', 'c']);
  expect(idsOf([{ delete: 'a', ifRevision: 2 }, put('b')])).toEqual(['a', 'b']);
});

test('creations go together, for the first that fails ends the statement; under a fence they are updates', () => {
  const creations = ['a', 'b', 'c'].map((id) => ({ ...put(id), ifRevision: 0 }));
  expect(idsOf(creations)).toEqual(['abc']);
  expect(idsOf(creations, true)).toEqual(['a', 'b', 'c']);
  expect(idsOf([put('a', 'taken'), { ...put('b', 'other'), ifRevision: 0 }])).toEqual(['a', 'b']);
});
