import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Clock } from '../../ports/clock.ts';
import { openPacer } from './pacer.ts';
import { longestAsked } from './retryAfter.ts';

/** Sleeping makes time pass, and `set` sets the clock to another time. */
const openClock = () => {
  let now = Date.parse('2026-03-10T12:00:00Z');
  let slept = 0;
  const clock: Clock = {
    now: () => new Date(now),
    sleep: async (milliseconds) => {
      now += milliseconds;
      slept += milliseconds;
    },
  };
  return { clock, set: (by: number) => void (now += by), slept: () => slept };
};

const year = 365 * 24 * 60 * 60_000;

test('a pause is waited out, and the longer of two counts', async () => {
  const { clock, slept } = openClock();
  const pacer = openPacer(clock);
  pacer.pause(60_000);
  pacer.pause(5_000);
  await pacer.wait();
  expect(slept()).toBe(60_000);
  expect(pacer.pausedUntil()).toBeNull();
});

test('a pause that began while the clock was a year ahead is over once that is set right, and the next one is kept', async () => {
  const { clock, set, slept } = openClock();
  const pacer = openPacer(clock);
  set(year);
  pacer.pause(60_000);
  set(-year);
  expect(pacer.pausedUntil()).toBeNull();
  await pacer.wait();
  expect(slept()).toBe(0);
  pacer.pause(30_000);
  expect(pacer.pausedUntil()).toBe(clock.now().getTime() + 30_000);
});

test('however the clock is set, nobody waits longer at a time than Graph may ask for', async () => {
  const step = fc.record({
    ahead: fc.integer({ min: -year, max: year }),
    pause: fc.integer({ min: 0, max: longestAsked }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { clock, set, slept } = openClock();
      const pacer = openPacer(clock);
      for (const { ahead, pause } of steps) {
        pacer.pause(pause);
        set(ahead);
        const before = slept();
        await pacer.wait();
        expect(slept() - before).toBeLessThanOrEqual(longestAsked);
      }
    }),
  );
});
