import { isFresh } from '../domain/schedule/clockSetRight.ts';
import type { Clock } from '../ports/clock.ts';

/** So long one answer is good for all who ask: probes ask often, and each look writes to the disk. */
const goodFor = 5000;

/** Looks at most once in five seconds, however many ask; they all get the same answer. */
export const openReadiness = (look: () => Promise<void>, clock: Clock): (() => Promise<void>) => {
  let lookedAt: Date | null = null;
  let outcome = Promise.resolve();
  return () => {
    const now = clock.now();
    if (lookedAt === null || !isFresh(lookedAt, now, goodFor)) {
      lookedAt = now;
      outcome = look();
      // Nobody may be listening when it fails.
      outcome.catch(() => undefined);
    }
    return outcome;
  };
};
