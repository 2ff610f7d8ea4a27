import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Clock } from '../ports/clock.ts';
import { openFairTurns } from './openFairTurns.ts';

/** Time that passes when the test says so. */
const openHandClock = () => {
  const sleeping = new Set<() => void>();
  const clock: Clock = {
    now: () => new Date(0),
    sleep: (_milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          sleeping.delete(wake);
          resolve();
        };
        sleeping.add(wake);
        signal?.addEventListener('abort', wake);
      }),
  };
  const settle = async (): Promise<void> => {
    for (let step = 0; step < 200; step += 1) await Promise.resolve();
  };
  return {
    clock,
    settle,
    passSlice: async (): Promise<void> => {
      for (const wake of [...sleeping]) wake();
      await settle();
    },
  };
};

const atOnce = 3;

/** Those named `huge…` never end by themselves; the others end at once. */
const openBench = () => {
  const { clock, settle, passSlice } = openHandClock();
  const begun: string[] = [];
  const going = new Set<string>();
  let most = 0;
  const work = async (key: string, over: AbortSignal): Promise<void> => {
    begun.push(key);
    going.add(key);
    most = Math.max(most, going.size);
    if (key.startsWith('huge')) await new Promise<void>((end) => over.addEventListener('abort', () => end()));
    going.delete(key);
  };
  const turns = openFairTurns({ clock, atOnce, slice: 1000, work });
  return { turns, begun, settle, passSlice, most: () => most, going: () => [...going] };
};

const named = (name: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${name}${at}`);

test('twenty small tenants all have their turn at once, although there are places for three', async () => {
  const { turns, begun, settle, most } = openBench();
  turns.offer(named('small', 20));
  await settle();
  expect(new Set(begun).size).toBe(20);
  expect(most()).toBeLessThanOrEqual(atOnce);
});

test('however many huge ones there are and in whatever order, everybody has a turn within a few slices', async () => {
  const tenants = fc
    .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 20 }))
    .chain(([huge, small]) =>
      fc.shuffledSubarray([...named('huge', huge), ...named('small', small)], { minLength: huge + small }),
    );
  await fc.assert(
    fc.asyncProperty(tenants, async (keys) => {
      const { turns, begun, passSlice, settle, most } = openBench();
      for (let slice = 0; slice < 5; slice += 1) {
        turns.offer(keys);
        await settle();
        await passSlice();
      }
      expect(new Set(begun)).toEqual(new Set(keys));
      expect(most()).toBeLessThanOrEqual(atOnce);
    }),
  );
});

test('a huge one keeps its place while nobody waits', async () => {
  const { turns, begun, passSlice } = openBench();
  turns.offer(['huge']);
  for (let slice = 0; slice < 5; slice += 1) await passSlice();
  turns.offer(['huge']);
  expect(begun).toEqual(['huge']);
});

test('whoever comes after the slice has passed waits no longer, and ends one turn, not all', async () => {
  const { turns, begun, passSlice, settle, going } = openBench();
  turns.offer(named('huge', 3));
  await passSlice();
  turns.offer([...named('huge', 3), 'huge9']);
  await settle();
  expect(begun).toEqual([...named('huge', 3), 'huge9']);
  expect(going()).toEqual(['huge1', 'huge2', 'huge9']);
});
