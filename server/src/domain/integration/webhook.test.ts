import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { nextAttempt } from './webhook.ts';

const now = new Date('2026-11-29T00:00:00Z');

describe('when a delivery is tried again', () => {
  test('is later each time and ends after a few days', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (spread) => {
        const times = Array.from({ length: 20 }, (_, index) => nextAttempt(index + 1, now, spread));
        const waits = times.filter((time) => time !== null).map((time) => time.getTime() - now.getTime());
        expect(waits).toHaveLength(9);
        expect(waits).toEqual(waits.toSorted((left, right) => left - right));
        expect(waits[0]).toBeLessThan(10_000);
        expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(4 * 24 * 60 * 60_000);
      }),
    );
  });
});
