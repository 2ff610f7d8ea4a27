import { expect, test } from '@jest/globals';
import { isAhead, isResting } from './clockSetRight.ts';

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
