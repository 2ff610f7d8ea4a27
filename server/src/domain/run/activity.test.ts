import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { activityBegins, countActivity as count, isTimeZone, type ActivitySpan } from './activity.ts';

const counts = { add: 0, update: 0, enable: 0, disable: 0, remove: 0, hold: 0, unchanged: 0, inScope: 0, leftOut: 0 };
const run = (startedAt: string, more: Partial<typeof counts> = {}, status: 'succeeded' | 'failed' = 'succeeded') => ({
  id: startedAt,
  kind: 'sync' as const,
  status,
  startedAt,
  counts: { ...counts, ...more },
});
const now = new Date('2026-11-28T10:30:00Z');
type Runs = Parameters<typeof count>[0]['runs'];
const countActivity = (runs: Runs, span: ActivitySpan) => count({ runs, letDepartures: [] }, span);

describe('what syncs changed', () => {
  it('is counted by the day of the reader, oldest first, without a gap', () => {
    const runs = [
      run('2026-11-27T23:30:00Z', { add: 2, enable: 1 }),
      run('2026-11-27T22:30:00Z', { remove: 1, hold: 4 }),
    ];
    const days = countActivity(runs, { span: 'month', now, timeZone: 'Europe/Amsterdam' });
    expect(days).toHaveLength(30);
    expect(days[0]?.at).toBe('2026-10-30');
    expect(days.at(-1)).toEqual({ at: '2026-11-28', arrived: 3, updated: 0, left: 0, held: 0, runs: 1, failed: 0 });
    expect(days.at(-2)).toEqual({ at: '2026-11-27', arrived: 0, updated: 0, left: 1, held: 4, runs: 1, failed: 0 });
  });

  it('is counted by the hour', () => {
    const hours = countActivity([run('2026-11-28T10:05:00Z', { update: 7 })], { span: 'day', now, timeZone: 'UTC' });
    expect(hours).toHaveLength(24);
    expect(hours.at(-1)).toMatchObject({ at: '2026-11-28T10:00:00.000Z', updated: 7, runs: 1 });
  });

  it('tells of failures, with what was applied before, and never counts a preview', () => {
    const runs = [
      run('2026-11-28T08:00:00Z', { add: 5 }, 'failed'),
      { ...run('2026-11-28T08:00:00Z', { add: 9 }), kind: 'preview' as const },
    ];
    const days = countActivity(runs, { span: 'month', now, timeZone: 'UTC' });
    expect(days.at(-1)).toMatchObject({ arrived: 5, runs: 0, failed: 1 });
  });

  it('has those whom an admin let go leave when that was decided, also where the run that held them is not in sight any more', () => {
    const runs = [run('2026-11-26T08:00:00Z', { disable: 3, hold: 1 })];
    const letDepartures = [
      { runId: '2026-11-26T08:00:00Z', at: '2026-11-28T09:10:00Z', left: 2 },
      { runId: 'of a month ago', at: '2026-11-28T10:10:00Z', left: 1 },
    ];
    const days = count({ runs, letDepartures }, { span: 'month', now, timeZone: 'UTC' });
    expect(days.at(-3)).toMatchObject({ at: '2026-11-26', left: 1, held: 1 });
    expect(days.at(-1)).toMatchObject({ at: '2026-11-28', left: 3, held: 0, runs: 0 });
    const hours = count({ runs: [], letDepartures }, { span: 'day', now, timeZone: 'UTC' });
    expect(hours.slice(-2).map(({ left }) => left)).toEqual([2, 1]);
  });

  it('loses no run that is asked for and has every day once, also where clocks change', () => {
    const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const zones = fc.constantFrom('UTC', 'Europe/Amsterdam', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia');
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 0, max: 29 * 24 - 2 }), (at, timeZone, hoursAgo) => {
        const started = new Date(at.getTime() - hoursAgo * 3_600_000);
        const days = countActivity([run(started.toISOString(), { add: 1 })], { span: 'month', now: at, timeZone });
        const total = days.reduce((sum, { arrived }) => sum + arrived, 0);
        return (
          total === 1 &&
          new Set(days.map((bucket) => bucket.at)).size === 30 &&
          started >= activityBegins({ span: 'month', now: at })
        );
      }),
    );
  });
});

it.each([
  ['Europe/Brussels', true],
  ['Mars/Olympus', false],
  ['', false],
])('the time zone “%s” is known: %s', (name, isKnown) => {
  expect(isTimeZone(name)).toBe(isKnown);
});
