import { isShouted } from '../text/isShouted.ts';
import type { CustomFieldType, FieldFormat } from './fieldSettings.ts';

/**
 * The first letter of each word, also behind a hyphen or bracket, and behind the "O’" of a name. Georgian has capitals for
 * words in capitals alone: no word begins with one.
 */
const firstLetters =
  /(?<=^|[\s\-(/])(?!\p{Script=Georgian})\p{Ll}|(?<=(?:^|[\s\-(/])\p{L}['\u2019])(?!\p{Script=Georgian})\p{Ll}/gu;
/** In Dutch two signs are one letter there: "IJmuiden". */
const dutchFirstLetters = new RegExp(`(?<=^|[\\s\\-(/])[Ii]j|${firstLetters.source}`, 'gu');

const capitalised = (value: string, language: string): string => {
  // Who shouts is brought down first; who writes "McDonald" or "CEO" keeps it.
  const calm = isShouted(value) ? value.toLocaleLowerCase(language) : value;
  const isDutch = new Intl.Locale(language).language === 'nl';
  return calm.replace(isDutch ? dutchFirstLetters : firstLetters, (letter) => {
    if (/^ij$/i.test(letter)) return 'IJ';
    const [first = '', ...rest] = letter.toLocaleUpperCase(language);
    // Of a ligature ("ﬁ") all is one sign in small letters.
    return first + rest.join('').toLocaleLowerCase(language);
  });
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
