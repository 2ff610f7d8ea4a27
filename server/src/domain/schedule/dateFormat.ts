type Style = 'short' | 'long';

/** By language, time zone and style. */
const kept = new Map<string, Intl.DateTimeFormat>();
/** Of more ways to write them than there are time zones and languages the first are forgotten: they may come from anybody. */
const most = 2000;

/**
 * Writes the day of an instant. Kept, because making one takes fifty times as long as using it, and a rule with days is looked
 * at for everybody. Throws RangeError for a language or time zone that is none.
 */
export const dateFormat = (language: string, timeZone: string, dateStyle: Style): Intl.DateTimeFormat => {
  const key = `${language} ${timeZone} ${dateStyle}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, { timeZone, dateStyle });
  if (kept.size >= most) kept.clear();
  kept.set(key, made);
  return made;
};
