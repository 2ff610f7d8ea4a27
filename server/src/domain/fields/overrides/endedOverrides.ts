import type { LastDay, Teammate } from '../../teammate/teammate.ts';

/** Which day it is now in a time zone, such as 2026-03-01. */
export type DayIn = (timeZone: string) => string;

/** Whether a day has passed where it was meant. */
export const hasPassed = ({ date, timeZone }: LastDay, today: DayIn): boolean => today(timeZone) > date;

type Holder = Pick<Teammate, 'overrides' | 'overrideStamps'>;

/** Keys of the fields whose override was meant until a day that has passed. */
export const endedKeys = ({ overrides, overrideStamps = {} }: Holder, today: DayIn): readonly string[] =>
  Object.entries(overrideStamps).flatMap(([key, { until }]) =>
    until !== undefined && Object.hasOwn(overrides, key) && hasPassed(until, today) ? [key] : [],
  );

/** The same person with the overrides that count today: one that has ended counts no more, also where it is still kept. */
export const withoutEnded = <T extends Holder>(holder: T, today: DayIn): T => {
  const ended = endedKeys(holder, today);
  if (ended.length === 0) return holder;
  const stays = ([key]: readonly [string, unknown]): boolean => !ended.includes(key);
  return {
    ...holder,
    overrides: Object.fromEntries(Object.entries(holder.overrides).filter(stays)),
    overrideStamps: Object.fromEntries(Object.entries(holder.overrideStamps ?? {}).filter(stays)),
  };
};

/** The first day after which an override of theirs ends; null where none does. */
export const endsOn = ({ overrides, overrideStamps = {} }: Holder): string | null =>
  Object.entries(overrideStamps)
    .flatMap(([key, { until }]) => (until !== undefined && Object.hasOwn(overrides, key) ? [until.date] : []))
    .sort()[0] ?? null;
