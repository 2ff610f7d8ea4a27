import type { Clock } from '../ports/clock.ts';
import type { DesignPerson } from '../domain/design/designPerson.ts';

/** Which day it is now, by time zone; `date` stands in for today where it is given. */
export const localToday = (clock: Clock, date: string | null = null): DesignPerson['today'] => ({
  date: (timeZone) => date ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(clock.now()),
});
