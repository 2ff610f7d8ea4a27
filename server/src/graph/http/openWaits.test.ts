import { expect, it } from '@jest/globals';
import { DirectoryError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { openWaits } from './openWaits.ts';
import { openPacer } from './pacer.ts';

const now = new Date('2026-11-28T13:20:00Z');
const throttled = { status: 429, headers: new Headers(), text: '' };
const away = new DirectoryError('directory-unavailable', 'Nothing answers.');

/** Sleeps until it is woken. */
const openSleeper = () => {
  const sleepers: (() => void)[] = [];
  const clock: Clock = { now: () => now, sleep: () => new Promise((resolve) => sleepers.push(resolve)) };
  return { clock, wakeFirst: () => sleepers.shift()?.() };
};

it('tells of the wait that ends first, why, and of none once all are over', async () => {
  const { clock, wakeFirst } = openSleeper();
  const waits = openWaits(clock);
  expect(waits.first()).toBeNull();
  const short = waits.during(away, 8_000);
  const long = waits.during(throttled, 240_000);
  expect(waits.first()).toEqual({ until: '2026-11-28T13:20:08.000Z', reason: 'unavailable' });
  wakeFirst();
  await short;
  expect(waits.first()).toEqual({ until: '2026-11-28T13:24:00.000Z', reason: 'throttled' });
  wakeFirst();
  await long;
  expect(waits.first()).toBeNull();
});

it('forgets a wait that was broken off', async () => {
  const sleep = () => Promise.reject(new Error('stopped'));
  const waits = openWaits({ now: () => now, sleep });
  await expect(waits.during(throttled, 1_000)).rejects.toThrow('stopped');
  expect(waits.first()).toBeNull();
});

it('tells of a pause that something else in the tenant was asked for', async () => {
  const { clock, wakeFirst } = openSleeper();
  const pacer = openPacer(clock);
  const waits = openWaits(clock);
  await waits.untilResumed(pacer);
  pacer.pause(240_000);
  const wait = waits.untilResumed({ ...pacer, wait: (signal) => clock.sleep(1, signal) });
  expect(waits.first()).toEqual({ until: '2026-11-28T13:24:00.000Z', reason: 'throttled' });
  wakeFirst();
  await wait;
  expect(waits.first()).toBeNull();
});
