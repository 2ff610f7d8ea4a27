import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { RequestCounts } from '../../ports/directory/requestCounts.ts';
import { openSharedCount } from './openSharedCount.ts';

const minute = 60_000;

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
};

/** A store that several processes share, and a clock they agree on. */
const openReplicas = (count: number) => {
  const told = new Map<string, number>();
  const clock = { at: 5 * minute, now: () => new Date(clock.at), sleep: () => setImmediate() };
  const state = { away: false, told, writes: 0 };
  const warnings: unknown[] = [];
  const note = (entry: unknown): void => void warnings.push(entry);
  const logger: Logger = { debug: note, info: note, warn: note, error: note, child: () => logger };
  const openCounts = (process: number): RequestCounts => ({
    share: async ({ limit, windowEndsAt, counted }) => {
      state.writes += 1;
      if (state.away) throw new Error('away');
      return counted.map(({ caller, count }) => {
        const place = `${limit} ${caller} ${String(windowEndsAt)} `;
        told.set(place + String(process), count);
        return [...told]
          .filter(([key]) => key.startsWith(place) && key !== place + String(process))
          .reduce((sum, [, other]) => sum + other, 0);
      });
    },
  });
  const replicas = Array.from({ length: count }, (_, index) =>
    openSharedCount({
      counts: openCounts(index),
      clock,
      logger,
      name: 'api',
      windowMilliseconds: minute,
      shareEvery: 10,
    }),
  );
  const ask = async (replica: number, times: number, caller = 'ada'): Promise<number> => {
    for (let time = 1; time < times; time += 1) replicas[replica]!(caller);
    // Counts are told behind the back of whoever asks.
    await settled();
    const { total } = replicas[replica]!(caller);
    await settled();
    return total;
  };
  return { ask, state, clock, warnings, replicas };
};

describe('counting requests with several replicas', () => {
  test('a caller who asks one replica and then another is counted as one', async () => {
    const { ask } = openReplicas(2);
    expect(await ask(0, 50)).toBe(50);
    expect(await ask(1, 11)).toBe(61);
    expect(await ask(0, 11)).toBe(71);
  });

  test('who asks seldom costs no call to the store', async () => {
    const { ask, state } = openReplicas(2);
    await ask(0, 9);
    await ask(1, 9, 'grace');
    expect(state.told.size).toBe(0);
  });

  test('callers do not count for each other', async () => {
    const { ask } = openReplicas(2);
    await ask(0, 50, 'ada');
    expect(await ask(1, 20, 'grace')).toBe(20);
  });

  test('what a crowd asks at once is told in one write, and nobody waits for it', async () => {
    const { state, replicas } = openReplicas(1);
    for (let time = 0; time < 10; time += 1)
      for (let person = 0; person < 500; person += 1) replicas[0]!(`person ${String(person)}`);
    await settled();
    expect([state.writes, state.told.size]).toEqual([1, 500]);
  });

  test('a new minute begins at nothing, and the clock set back does not keep anybody out', async () => {
    const { ask, clock } = openReplicas(2);
    await ask(0, 100);
    clock.at += minute;
    expect(await ask(0, 10)).toBe(10);
    clock.at -= 60 * minute;
    expect(await ask(0, 1)).toBe(1);
  });

  test('who asks for no more than a number is refused at it, and that is not counted', async () => {
    const { replicas } = openReplicas(1);
    const asked = Array.from({ length: 4 }, () => replicas[0]!('ada', 2)?.total);
    expect([asked, replicas[0]!('ada').total]).toEqual([[1, 2, undefined, undefined], 3]);
  });

  test('while the store is away each replica counts alone and says so', async () => {
    const { ask, state, warnings } = openReplicas(2);
    state.away = true;
    for (const asked of [10, 20, 30]) expect(await ask(0, 10)).toBe(asked);
    expect(warnings).toHaveLength(3);
  });
});
