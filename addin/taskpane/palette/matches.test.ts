import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitting, matches, nextRow } from './matches.ts';

describe('what is typed into the palette', () => {
  it.each([
    ['Preview changes', 'pre', true],
    ['Preview changes', 'CH pr', true],
    ['Zoë Müller', 'zoe mul', true],
    ['Preview changes', 'view', false],
    ['Sync', '', true],
    ['Sync', '  ', true],
  ])('“%s” for “%s”: %s', (text, typed, expected) => {
    expect(matches(text, typed)).toBe(expected);
  });
});

describe('what fits', () => {
  it('begins with what begins as typed, and keeps its order besides', () => {
    const texts = ['People to sync', 'Sync', 'Settings', 'Sync now'].map((text) => ({ text }));
    expect(fitting(texts, 'sync').map(({ text }) => text)).toEqual(['Sync', 'Sync now', 'People to sync']);
  });
});

describe('the marked row', () => {
  it('is always one of those there are', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.constantFrom('ArrowDown', 'ArrowUp', 'a'),
        fc.integer({ min: 1, max: 50 }),
        (row, key, count) => {
          const next = nextRow(Math.min(row, count - 1), key, count);
          return next >= 0 && next < count;
        },
      ),
    );
  });

  it('goes round the ends', () => {
    expect(nextRow(4, 'ArrowDown', 5)).toBe(0);
    expect(nextRow(0, 'ArrowUp', 5)).toBe(4);
    expect(nextRow(9, 'Enter', 5)).toBe(4);
    expect(nextRow(3, 'ArrowDown', 0)).toBe(0);
  });
});
