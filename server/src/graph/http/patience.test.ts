import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { givesUp, nextWait, ofPeople, ofRuns } from './patience.ts';

/** What somebody with this patience waits when each refusal asks for one of these waits, over and over. */
const waitsOf = (patience: typeof ofRuns, asked: readonly (number | null)[]): readonly number[] => {
  const waits: number[] = [];
  for (let attempt = 0; ; attempt += 1) {
    const wait = nextWait(asked[attempt % asked.length] ?? null, attempt);
    const waited = waits.reduce((sum, each) => sum + each, 0);
    if (givesUp(patience, { attempts: attempt + 1, waited, wait })) return waits;
    waits.push(wait);
  }
};
const anyAsked = fc.array(fc.option(fc.integer({ min: 0, max: 600_000 })), { minLength: 1, maxLength: 8 });

describe('patience with Microsoft Graph', () => {
  test('a run outlasts five minutes of refusals, whatever they ask for, and is not sent back for ever', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const waits = waitsOf(ofRuns, asked);
        expect(waits.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(300_000);
        expect(waits.length).toBeGreaterThanOrEqual(7);
        expect(waits.length).toBeLessThan(20);
      }),
    );
  });

  test('no attempt comes before the time that Graph named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600_000 }), fc.nat(30), (asked, attempt) => {
        expect(nextWait(asked, attempt)).toBeGreaterThanOrEqual(asked);
      }),
    );
  });

  test('"again at once" is believed three times; after that each wait is longer, up to a minute', () => {
    expect(Array.from({ length: 11 }, (_, attempt) => nextWait(0, attempt))).toEqual([
      0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });

  test('somebody who looks at a screen waits seconds at most', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        expect(waitsOf(ofPeople, asked).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});
