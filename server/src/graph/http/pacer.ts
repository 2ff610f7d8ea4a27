import { isResting } from '../../domain/schedule/clockSetRight.ts';
import type { Clock } from '../../ports/clock.ts';
import { longestAsked } from './retryAfter.ts';

/** Keeps the requests of one tenant within what Graph lets through, so that waiting happens here and not as refusals. */
export interface Pacer {
  /** When the pause that is on ends, in milliseconds since 1970; null without one. */
  pausedUntil(): number | null;
  /** Resolves when no pause is on. */
  wait(signal?: AbortSignal): Promise<void>;
  /** Runs when one of the places is free. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Graph limits us: nobody sends for so long. */
  pause(milliseconds: number): void;
}

/** Graph's service limit lets far more through; sixteen keep the line full without starving other apps of the tenant. */
const places = 16;

export const openPacer = (clock: Clock): Pacer => {
  let pausedUntil = 0;
  let free = places;
  const queue: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) free += 1;
    else next();
  };

  /** One with more to go than Graph is ever given was begun by a clock that was ahead, and is over. */
  const isPaused = (now: Date): boolean => isResting(pausedUntil, now, longestAsked);

  return {
    pausedUntil: () => (isPaused(clock.now()) ? pausedUntil : null),
    wait: async (signal) => {
      for (let now = clock.now(); isPaused(now); now = clock.now())
        await clock.sleep(pausedUntil - now.getTime(), signal);
    },
    run: async (work) => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    pause: (milliseconds) => {
      const now = clock.now();
      pausedUntil = Math.max(isPaused(now) ? pausedUntil : 0, now.getTime() + milliseconds);
    },
  };
};
