import { expect, test } from '@jest/globals';
import { isRoundDue } from './enrichment.ts';

const startedAt = '2026-03-10T12:00:00Z';

test.each([
  ['2026-03-10T12:00:00Z', false],
  ['2026-03-11T11:59:59Z', false],
  ['2026-03-11T12:00:00Z', true],
  // The clock was ahead when it began.
  ['2026-03-10T10:00:00Z', true],
])('everybody is looked at again a day after the last round began: %s', (now, expected) => {
  const round = { startedAt, after: null, finishedAt: '2026-03-10T12:30:00Z' };
  expect(isRoundDue(round, new Date(now))).toBe(expected);
});

test('a round that was broken off is gone on with at once', () => {
  expect(isRoundDue({ startedAt, after: 'somebody', finishedAt: null }, new Date(startedAt))).toBe(true);
});
