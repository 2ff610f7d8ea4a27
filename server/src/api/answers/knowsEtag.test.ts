import { describe, expect, test } from '@jest/globals';
import { knowsEtag } from './knowsEtag.ts';

describe('what a caller has already', () => {
  test.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a"', true],
    ['"b"', false],
    ['a', false],
    ['', false],
  ])('If-None-Match: %s', (known, isKnown) => {
    expect(knowsEtag({ headers: { 'if-none-match': known } }, '"a"')).toBe(isKnown);
  });
});
