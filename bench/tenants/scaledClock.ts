import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../server/src/ports/clock.ts';

/** Time that goes so many times faster than it does. */
export const scaledClock = (times: number): Clock => {
  const [began, from] = [performance.now(), Date.now()];
  return {
    now: () => new Date(from + (performance.now() - began) * times),
    sleep: async (milliseconds, signal) => {
      try {
        await sleep(milliseconds / times, undefined, signal === undefined ? {} : { signal });
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      }
    },
  };
};
