import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  // oxlint-disable-next-line clock/no-new-date -- this is the one place the rule points to
  now: () => new Date(),
  sleep: async (milliseconds, signal) => {
    try {
      await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
