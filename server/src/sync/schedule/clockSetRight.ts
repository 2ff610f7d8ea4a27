/** The clocks of replicas differ by some seconds; those of no two by more. Milliseconds. */
const tolerance = 60_000;

/** Whether a clock wrote it that was ahead and was set right since: such an instant tells nothing, and is far away. */
export const isAhead = (instant: string | Date, now: Date): boolean =>
  new Date(instant).getTime() > now.getTime() + tolerance;

/**
 * Whether it is not yet time, of a rest that is never longer than `longest`: one with more to go began while the clock was ahead.
 * All in milliseconds.
 */
export const isResting = (until: number | undefined, now: Date, longest: number): boolean => {
  const left = (until ?? 0) - now.getTime();
  return left > 0 && left <= longest;
};
