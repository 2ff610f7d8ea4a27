import { expect, test } from '@jest/globals';
import { searchWords } from './searchWords.ts';

test.each(['*', '&', '\\', '★', '\u0301'])(
  'a text without letters or digits, %s, is looked for and is not "everybody"',
  (text) => {
    expect(searchWords(text)).toEqual([text]);
  },
);

test('nothing to look for is everybody', () => {
  expect([searchWords(undefined), searchWords('  ')]).toEqual([[], []]);
});
