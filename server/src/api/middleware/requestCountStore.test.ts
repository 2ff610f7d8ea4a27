import { describe, expect, test } from '@jest/globals';
import type { Logger } from '../../ports/logger.ts';
import type { RequestCount, RequestCounts } from '../../ports/requestCounts.ts';
import { requestCountStore } from './requestCountStore.ts';

const minute = 60_000;

/** A store that several processes share, and a clock they agree on. */
const openReplicas = (count: number) => {
  const told = new Map<string, RequestCount>();
  const clock = { at: 5 * minute, now: () => new Date(clock.at), sleep: () => Promise.resolve() };
  const state = { away: false, told };
  const warnings: unknown[] = [];
  const note = (entry: unknown): void => void warnings.push(entry);
  const logger: Logger = { debug: note, info: note, warn: note, error: note, child: () => logger };
  const openCounts = (process: number): RequestCounts => ({
    share: async (counted) => {
      if (state.away) throw new Error('away');
      const place = `${counted.limit} ${counted.caller} ${String(counted.windowEndsAt)}`;
      told.set(`${place} ${String(process)}`, counted);
      return [...told.entries()]
        .filter(([key]) => key.startsWith(`${place} `) && key !== `${place} ${String(process)}`)
        .reduce((sum, [, other]) => sum + other.count, 0);
    },
  });
  const replicas = Array.from({ length: count }, (_, index) =>
    requestCountStore({
      counts: openCounts(index),
      clock,
      logger,
      name: 'api',
      windowMilliseconds: minute,
      shareEvery: 10,
    }),
  );
  const ask = async (replica: number, times: number, caller = 'ada'): Promise<number> => {
    let hits = 0;
    for (let time = 0; time < times; time += 1) hits = (await replicas[replica]!.increment(caller)).totalHits;
    return hits;
  };
  return { ask, state, clock, warnings };
};

describe('counting requests with several replicas', () => {
  test('a caller who asks one replica and then another is counted as one', async () => {
    const { ask } = openReplicas(2);
    expect(await ask(0, 50)).toBe(50);
    expect(await ask(1, 10)).toBe(60);
    expect(await ask(0, 10)).toBe(70);
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

  test('a new minute begins at nothing, and the clock set back does not keep anybody out', async () => {
    const { ask, clock } = openReplicas(2);
    await ask(0, 100);
    clock.at += minute;
    expect(await ask(0, 10)).toBe(10);
    clock.at -= 60 * minute;
    expect(await ask(0, 1)).toBe(1);
  });

  test('while the store is away each replica counts alone and says so', async () => {
    const { ask, state, warnings } = openReplicas(2);
    state.away = true;
    expect(await ask(0, 30)).toBe(30);
    expect(warnings).toHaveLength(3);
  });
});
