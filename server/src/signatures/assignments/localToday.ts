import type { Clock } from '../../ports/clock.ts';
import type { DesignPerson } from '../../domain/design/designPerson.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';

/** Days by time zone, such as 2026-03-01. */
export type Days = ReadonlyMap<string, string>;

/**
 * Which day it is now, by time zone; `date` stands in for today where it is given. What was told is kept, because whatever
 * was made of it is wrong on another day.
 */
export const localToday = (
  clock: Clock,
  date: string | null = null,
): DesignPerson['today'] & { readonly told: Days } => {
  const told = new Map<string, string>();
  const today = date === null ? daysNow(clock) : () => date;
  return {
    told,
    date: (timeZone) => {
      const day = today(timeZone);
      told.set(timeZone, day);
      return day;
    },
  };
};

/** Days begin with a minute everywhere, so within one they are the same: rules with days are looked at for everybody. */
const daysNow = (clock: Clock): ((timeZone: string) => string) => {
  const days = new Map<string, string>();
  let minute = Number.NaN;
  return (timeZone) => {
    const now = clock.now();
    const current = Math.floor(now.getTime() / 60_000);
    if (current !== minute) days.clear();
    minute = current;
    const day = days.get(timeZone) ?? dayAt(now)(timeZone);
    days.set(timeZone, day);
    return day;
  };
};

/** Whether it still is the day that was told, wherever somebody asked. */
export const isStillToday = (clock: Clock, told: Days): boolean =>
  [...told].every(([timeZone, day]) => dayAt(clock.now())(timeZone) === day);
