import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Formats {
  readonly number: (value: number) => string;
  readonly instant: (iso: string) => string;
  readonly day: (iso: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** From one moment to another, in the largest fitting unit. */
  readonly duration: (fromIso: string, toIso: string) => string;
}

function openFormats(language: string): Formats {
  const number = new Intl.NumberFormat(language);
  const instant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const unit = (name: string, digits = 0) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: digits });
  const seconds = unit('second');
  const shortSeconds = unit('second', 1);
  const minutes = unit('minute');
  const duration = (fromIso: string, toIso: string) => {
    const span = Math.max(0, Date.parse(toIso) - Date.parse(fromIso)) / 1000;
    if (span < 10) return shortSeconds.format(span);
    if (span < 60) return seconds.format(Math.round(span));
    const rest = Math.round(span % 60);
    const whole = minutes.format(Math.floor(span / 60));
    return rest === 0 ? whole : `${whole} ${seconds.format(rest)}`;
  };
  return {
    number: (value) => number.format(value),
    instant: (iso) => instant.format(new Date(iso)),
    day: (iso) => day.format(new Date(iso)),
    list: (items) => list.format(items),
    duration,
  };
}

/** Numbers, dates and lists the way readers of the chosen language write them. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => openFormats(i18n.language), [i18n.language]);
}
