import type { Clock } from '../../ports/clock.ts';

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

  return {
    pausedUntil: () => (pausedUntil > clock.now().getTime() ? pausedUntil : null),
    wait: async (signal) => {
      for (;;) {
        const remaining = pausedUntil - clock.now().getTime();
        if (remaining <= 0) return;
        await clock.sleep(remaining, signal);
      }
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
      pausedUntil = Math.max(pausedUntil, clock.now().getTime() + milliseconds);
    },
  };
};
