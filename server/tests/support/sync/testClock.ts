import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../src/ports/clock.ts';

/** Longest real wait: enough to let others work, too short to notice. */
const longest = 5;

/** Tells the time of `now` and lets waiting pass almost at once, so that no test waits for a clock. */
export const openTestClock = (now: () => number): Clock => ({
  now: () => new Date(now()),
  sleep: async (milliseconds, signal) => {
    try {
      await sleep(Math.min(milliseconds, longest), undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
});
