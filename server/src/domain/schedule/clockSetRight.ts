/** The clocks of replicas differ by some seconds; those of no two by more. Milliseconds. */
const tolerance = 60_000;

const timeOf = (instant: string | number | Date): number => new Date(instant).getTime();

/** Whether a clock wrote it that was ahead and was set right since: such an instant tells nothing, and is far away. */
export const isAhead = (instant: string | Date, now: Date): boolean => timeOf(instant) > now.getTime() + tolerance;

/**
 * Whether what was found out, tried or said then is still good: for `goodFor` milliseconds, and not where it is from a time that has
 * yet to come. Another replica's clock may be ahead by a little; nothing is good for more than twice as long by that.
 */
export const isFresh = (at: string | number | Date, now: Date, goodFor: number): boolean => {
  const age = now.getTime() - timeOf(at);
  return age < goodFor && age >= -Math.min(goodFor, tolerance);
};

/**
 * Whether it is not yet time, of a rest that is never longer than `longest`: one with more to go began while the clock was ahead.
 * All in milliseconds.
 */
export const isResting = (until: number | undefined, now: Date, longest: number): boolean => {
  const left = (until ?? 0) - now.getTime();
  return left > 0 && left <= longest;
};

/** The same of an end that another replica may have set by its own clock. */
export const stillHolds = (until: number, now: Date, longest: number): boolean =>
  isResting(until, now, longest + tolerance);
