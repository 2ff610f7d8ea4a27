import type { DayIn } from '../fields/overrides/endedOverrides.ts';
import { dateFormat } from './dateFormat.ts';

/** Which day an instant is, by time zone, such as 2026-03-01. */
export const dayAt =
  (now: Date): DayIn =>
  (timeZone) =>
    dateFormat('sv-SE', timeZone, 'short').format(now);
