import { expect, it } from '@jest/globals';
import { elapsedSince } from './useElapsed.ts';

const startedAt = '2026-11-28T12:00:00.000Z';
const at = Date.parse(startedAt);

it('the time a run takes goes by the server’s moment', () => {
  expect(elapsedSince(startedAt, at + 5_000, at + 4_000)).toBe(5_000);
});

it.each([-1, 1])('the time a run takes goes by the first look where the clock is %d day off', (days) => {
  const firstSeen = at + days * 86_400_000;
  expect(elapsedSince(startedAt, firstSeen + 7_000, firstSeen)).toBe(7_000);
});
