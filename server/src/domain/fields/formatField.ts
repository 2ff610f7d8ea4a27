import { isShouted } from '../text/isShouted.ts';
import { knownLanguage } from '../text/knownLanguage.ts';
import type { CustomFieldType, FieldFormat } from './fieldSettings.ts';
import { dateFormat } from '../schedule/dateFormat.ts';

/**
 * Where a word begins: also behind a hyphen, a bracket, an opening quotation mark and what joins two ("R&D"), and behind the full
 * stop of an initial ("J.P.", "B.V."), but not behind that of a name of the web. U+2018 often is the apostrophe of "'s-Gravenhage".
 */
const beginning = String.raw`(?<=^|[\s/&+,_"«‹“\p{Ps}\p{Pd}]|(?<![\p{L}\p{M}\p{N}])\p{L}\.)`;
/** Georgian has capitals for words in capitals alone: no word begins with one. */
const smallLetter = String.raw`(?!\p{Script=Georgian})\p{Ll}`;
/** The first letter of each word, and that behind the "O’" of a name. */
const firstLetters = String.raw`${beginning}${smallLetter}|(?<=${beginning}\p{L}['\u2019])${smallLetter}`;
const usualFirstLetters = new RegExp(firstLetters, 'gu');
/** In Dutch two signs are one letter there: "IJmuiden". */
const dutchFirstLetters = new RegExp(`${beginning}[Ii]j|${firstLetters}`, 'gu');

/** Words within a Dutch name or title that begin with a small letter, where they do not begin it: "Jan van der Berg". */
const dutchParticle =
  /^(?:van|von|de|der|den|des|het|te|ten|ter|op|in|aan|bij|onder|over|uit|voor|la|le|du|di|zu|zum|zur)(?![\p{L}\p{M}\p{N}])/u;
/** And the sign behind it. */
const longestParticle = 7;
const behindWord = /[\p{L}\p{M}.,'\u2019]\s+$/u;

/** Turkish and its relatives alone have it, and other languages make two signs of it in small letters. */
const dottedCapital = /\u0130|I\u0307/;

const capitalised = (value: string, language: string): string => {
  const cased = dottedCapital.test(value) ? 'tr' : language;
  // Who shouts is brought down first; who writes "McDonald" or "CEO" keeps it.
  const calm = isShouted(value) ? value.toLocaleLowerCase(cased) : value;
  const isDutch = new Intl.Locale(language).language === 'nl';
  return calm.replace(isDutch ? dutchFirstLetters : usualFirstLetters, (letter: string, at: number) => {
    if (isDutch && dutchParticle.test(calm.slice(at, at + longestParticle)) && behindWord.test(calm.slice(0, at)))
      return letter;
    if (/^ij$/i.test(letter)) return 'IJ';
    const [first = '', ...rest] = letter.toLocaleUpperCase(cased);
    // Of a ligature ("ﬁ") all is one sign in small letters.
    return first + rest.join('').toLocaleLowerCase(cased);
  });
};

const longDate = (value: string, language: string): string => {
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return value;
  return dateFormat(language, 'UTC', 'long').format(day);
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
