import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { foldText, searchTokens } from './foldText.ts';
import { searchWords } from './searchWords.ts';

test.each(['*', '&', '\\', '★', '\u0301'])(
  'a text without letters or digits, %s, is looked for and is not "everybody"',
  (text) => {
    expect(searchWords(text)).toEqual([text]);
  },
);

test('whatever somebody is called, that finds them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const tokens = searchTokens([name]);
      for (const word of searchWords(foldText(name))) expect(tokens.some((token) => token.startsWith(word))).toBe(true);
    }),
  );
});

test('nothing to look for is everybody', () => {
  expect([searchWords(undefined), searchWords('  ')]).toEqual([[], []]);
});
