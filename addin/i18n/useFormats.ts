import { useTranslation } from 'react-i18next';

export interface Formats {
  readonly number: (value: number) => string;
  /** A part from 0 to 1. */
  readonly percent: (part: number) => string;
  readonly instant: (iso: string) => string;
  readonly day: (iso: string) => string;
  /** A day of the calendar such as 2026-11-28, short and without its year. */
  readonly shortDay: (day: string) => string;
  /** The same with its year and its month in full. */
  readonly calendarDay: (day: string) => string;
  readonly time: (iso: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** How long ago, or how long until, such as “3 minutes ago” or “tomorrow”. */
  readonly fromNow: (iso: string, now: number) => string;
  /** From one moment to another, in the largest fitting unit. */
  readonly duration: (fromIso: string, toIso: string) => string;
}

const spans = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function openFromNow(language: string): Formats['fromNow'] {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return (iso, now) => {
    const seconds = (Date.parse(iso) - now) / 1000;
    if (Math.abs(seconds) < 45) return relative.format(0, 'second');
    const [unit, length] = spans.find(([, span]) => Math.abs(seconds) >= span) ?? ['minute', 60];
    return relative.format(Math.round(seconds / length), unit);
  };
}

function openFormats(language: string): Formats {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const instant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  // A day of the calendar is the same day in every time zone.
  const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const calendarDay = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const unit = (name: string, digits = 0) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: digits });
  const milliseconds = new Intl.NumberFormat(language, { style: 'unit', unit: 'millisecond', unitDisplay: 'short' });
  const seconds = unit('second');
  const shortSeconds = unit('second', 1);
  const minutes = unit('minute');
  const duration = (fromIso: string, toIso: string) => {
    const span = Math.max(0, Date.parse(toIso) - Date.parse(fromIso)) / 1000;
    if (span < 1) return milliseconds.format(Math.round(span * 1000));
    if (span < 10) return shortSeconds.format(span);
    if (span < 60) return seconds.format(Math.round(span));
    const rest = Math.round(span % 60);
    const whole = minutes.format(Math.floor(span / 60));
    return rest === 0 ? whole : `${whole} ${seconds.format(rest)}`;
  };
  return {
    number: (value) => number.format(value),
    percent: (part) => percent.format(part),
    instant: (iso) => instant.format(new Date(iso)),
    day: (iso) => day.format(new Date(iso)),
    shortDay: (value) => shortDay.format(new Date(value)),
    calendarDay: (value) => calendarDay.format(new Date(value)),
    time: (iso) => time.format(new Date(iso)),
    list: (items) => list.format(items),
    fromNow: openFromNow(language),
    duration,
  };
}

const opened = new Map<string, Formats>();

/** Numbers, dates and lists the way readers of the chosen language write them; opened once for all who show some. */
export function useFormats(): Formats {
  const { language } = useTranslation().i18n;
  const formats = opened.get(language) ?? openFormats(language);
  opened.set(language, formats);
  return formats;
}
