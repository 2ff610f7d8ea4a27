import type { Clock } from '../ports/clock.ts';

/** So long one answer is good for all who ask: probes ask often, and each look writes to the disk. */
const goodFor = 5000;

/** Looks at most once in five seconds, however many ask; they all get the same answer. */
export const openReadiness = (look: () => Promise<void>, clock: Clock): (() => Promise<void>) => {
  let lookedAt = -Infinity;
  let outcome = Promise.resolve();
  return () => {
    const now = clock.now().getTime();
    if (now - lookedAt >= goodFor || now < lookedAt) {
      lookedAt = now;
      outcome = look();
      // Nobody may be listening when it fails.
      outcome.catch(() => undefined);
    }
    return outcome;
  };
};
