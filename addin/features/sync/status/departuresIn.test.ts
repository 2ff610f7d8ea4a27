import { describe, expect, test } from '@jest/globals';
import { departuresIn } from './departuresIn.ts';

describe('the departures that an admin agrees to', () => {
  test('are those who are disabled, those who are removed and those who are held', () => {
    expect(departuresIn({ disable: 2, remove: 1, hold: 4 })).toEqual({ leaving: 3, hold: 4, all: 7 });
  });
});
