import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isAhead, isFresh, isResting, stillHolds } from './clockSetRight.ts';

const now = new Date('2026-03-10T12:00:00Z');
const at = (seconds: number): number => now.getTime() + seconds * 1000;

test.each([
  ['2026-03-10T12:00:00Z', false],
  ['2026-03-10T11:00:00Z', false],
  // Another replica's clock.
  ['2026-03-10T12:00:59Z', false],
  ['2026-03-10T12:01:01Z', true],
  ['2027-03-10T12:00:00Z', true],
])('an instant later than now was written by a clock that was ahead: %s', (instant, expected) => {
  expect(isAhead(instant, now)).toBe(expected);
});

test.each([
  [undefined, false],
  [at(-1), false],
  [at(0), false],
  [at(1), true],
  [at(600), true],
  [at(601), false],
  [at(31_536_000), false],
])('a rest of ten minutes is on until its end, and not where more is to go: %s', (until, expected) => {
  expect(isResting(until, now, 600_000)).toBe(expected);
});

test.each([
  ['an hour', 3_600_000, -3600, false],
  ['an hour', 3_600_000, -3599, true],
  ['an hour', 3_600_000, 0, true],
  // Another replica's clock.
  ['an hour', 3_600_000, 60, true],
  ['an hour', 3_600_000, 61, false],
  ['a second', 1000, -1, false],
  ['a second', 1000, 0, true],
  ['a second', 1000, 1, true],
  ['a second', 1000, 2, false],
  ['a second', 1000, 7200, false],
])('what is good for %s is fresh that long, and not where it is from a time to come: %s ms, %s s', (...row) => {
  const [, goodFor, seconds, expected] = row;
  expect(isFresh(at(seconds), now, goodFor)).toBe(expected);
  expect(isFresh(new Date(at(seconds)).toISOString(), now, goodFor)).toBe(expected);
});

test('wherever the clock is set, nothing stays fresh for more than twice as long as it is good', () => {
  const milliseconds = fc.integer({ min: -1e11, max: 1e11 });
  const life = fc.integer({ min: 1, max: 1e9 });
  fc.assert(
    fc.property(milliseconds, life, (ahead, goodFor) => {
      const written = now.getTime() + ahead;
      const later = (after: number): Date => new Date(now.getTime() + after);
      if (isFresh(written, now, goodFor)) expect(isFresh(written, later(2 * goodFor), goodFor)).toBe(false);
      else if (ahead <= 0) expect(isFresh(written, later(1), goodFor)).toBe(false);
    }),
  );
});

test.each([
  [at(0), false],
  [at(1), true],
  [at(660), true],
  [at(661), false],
])(
  'what another replica took for ten minutes by its own clock holds until then, and not where more is to go: %s',
  (until, expected) => {
    expect(stillHolds(until, now, 600_000)).toBe(expected);
  },
);
