import type { DayIn } from '../fields/overrides/endedOverrides.ts';

/** Which day an instant is, by time zone. */
export const dayAt =
  (now: Date): DayIn =>
  (timeZone) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
