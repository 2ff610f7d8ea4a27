import { expect, test } from '@jest/globals';
import { toBsonFields } from './bsonFields.ts';

test('a plain document is its fields and nothing else; what JSON does not carry is left out', () => {
  const document = {
    id: 'a',
    nothing: undefined,
    none: null,
    list: [1, null, {}],
    inner: { '': 1, a$b: -0 },
    empty: [],
  };
  expect(toBsonFields(document)).toEqual({
    fields: { id: 'a', none: null, list: [1, null, {}], inner: { '': 1, a$b: 0 }, empty: [] },
    exact: null,
  });
});

test.each([
  ['half of a pair', { note: 'x\uD83D' }, { note: 'x\uFFFD' }],
  ['a dot in a name', { map: { 'a.b': 1 } }, { map: { 'a\uFFFDb': 1 } }],
  ['a leading dollar', { map: { $set: 1 } }, { map: { '\uFFFDset': 1 } }],
  ['a NUL in a name', { map: { 'a\0': 1 } }, { map: { 'a\uFFFD': 1 } }],
  ['a list within a list', { list: [[1], [2]] }, { list: ['[1]', '[2]'] }],
])('a document with %s is kept readable and exactly', (_name, document, fields) => {
  expect(toBsonFields(document)).toEqual({ fields, exact: JSON.stringify(document) });
});

test('NUL in a text, a name of the language and numbers of every size need nothing', () => {
  const document = JSON.parse('{"a":"\\u0000","__proto__":{"b":1},"n":[1e300,-2147483649,9007199254740991]}') as object;
  const { fields, exact } = toBsonFields(document);
  expect(exact).toBeNull();
  expect(JSON.stringify(fields)).toBe(JSON.stringify(document));
});
