import type { CustomFieldType, FieldFormat } from './fieldSettings.ts';

/** The first letter of each word, also behind a hyphen or bracket. */
const firstLetters = /(?<=^|[\s\-(/])\p{Ll}/gu;

const capitalised = (value: string, language: string): string => {
  // Who shouts is brought down first; who writes "McDonald" keeps it.
  const calm = value === value.toLocaleUpperCase(language) ? value.toLocaleLowerCase(language) : value;
  return calm.replace(firstLetters, (letter) => letter.toLocaleUpperCase(language));
};

const longDate = (value: string, language: string): string => {
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return value;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
};

interface Written {
  readonly format: FieldFormat;
  readonly type: CustomFieldType;
  /** Of the person, as the directory writes it; anything else counts as English. */
  readonly language: string;
}

/** A value as it is shown: words in the case asked for, a date in the person's language. Phones are written at the end. */
export const formatField = (value: string, { format, type, language }: Written): string => {
  if (value === '' || type === 'phone' || type === 'email' || type === 'url') return value;
  if (type !== 'date' && format !== 'upper' && format !== 'capitalised') return value;
  const known = knownLanguage(language);
  if (type === 'date') return longDate(value, known);
  if (format === 'upper') return value.toLocaleUpperCase(known);
  return capitalised(value, known);
};

const knownLanguage = (language: string): string => {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
};
