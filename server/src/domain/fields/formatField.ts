import { isShouted } from '../text/isShouted.ts';
import { knownLanguage } from '../text/knownLanguage.ts';
import type { CustomFieldType, FieldFormat } from './fieldSettings.ts';
import { dateFormat } from '../schedule/dateFormat.ts';
import { isDay } from '../schedule/isDay.ts';

/**
 * Where a word begins: also behind a hyphen, a bracket, an opening quotation mark and what joins two ("R&D"), and behind the full
 * stop of an initial ("J.P.", "B.V."), but not behind that of a name of the web. U+2018 often is the apostrophe of "'s-Gravenhage".
 */
const beginning = String.raw`(?<=^|[\s/&+,_"«‹“\p{Ps}\p{Pd}]|(?<![\p{L}\p{M}\p{N}])\p{L}\.)`;
/**
 * Georgian has capitals for words in capitals alone: no word begins with one. Nor does one that somebody wrote with a capital
 * further on ("iPhone").
 */
const smallLetter = String.raw`(?!\p{Script=Georgian})\p{Ll}(?![\p{Ll}\p{M}]*\p{Lu})`;
/** Behind a name or title ("Analyst II"), which few words look like; in Turkish the small letter has no dot. */
const numeral = String.raw`(?:[iı]{2,3}|[iı]v|v[iı]{2,3}|[iı]x)(?![\p{L}\p{M}\p{N}'\u2019])`;
/** The first letter of each word, and that behind the "O’" of a name. */
const firstLetters = String.raw`${beginning}${numeral}|${beginning}${smallLetter}|(?<=${beginning}\p{L}['\u2019])${smallLetter}`;
const usualFirstLetters = new RegExp(firstLetters, 'gu');
/** In Dutch two signs are one letter there: "IJmuiden". */
const dutchFirstLetters = new RegExp(`${beginning}[Ii]j|${firstLetters}`, 'gu');

/** Words within a Dutch name or title that begin with a small letter, where they do not begin it: "Jan van der Berg". */
const dutchParticle =
  /^(?:van|von|de|der|den|des|het|te|ten|ter|op|in|aan|bij|onder|over|uit|voor|la|le|du|di|zu|zum|zur)(?![\p{L}\p{M}\p{N}])/u;
/** And the sign behind it. */
const longestParticle = 7;

const endOfWord = /[\p{L}\p{M}.,'\u2019]$/u;

const isBehindWord = (text: string, at: number): boolean => {
  const before = text.slice(0, at);
  const words = before.trimEnd();
  return words !== before && endOfWord.test(words.slice(-2));
};

/** Turkish and its relatives alone have it, and other languages make two signs of it in small letters. */
const dottedCapital = /\u0130|I\u0307/;

const capitalised = (value: string, language: string): string => {
  const cased = dottedCapital.test(value) ? 'tr' : language;
  // Who shouts is brought down first; who writes "McDonald" or "CEO" keeps it.
  const calm = isShouted(value) ? value.toLocaleLowerCase(cased) : value;
  const { language: spoken } = new Intl.Locale(language);
  const isDutch = spoken === 'nl';
  // Greek leaves its accents out of words in capitals alone.
  const written = spoken === 'el' ? 'en' : cased;
  return calm.replace(isDutch ? dutchFirstLetters : usualFirstLetters, (letter: string, at: number) => {
    if (isDutch && dutchParticle.test(calm.slice(at, at + longestParticle)) && isBehindWord(calm, at)) return letter;
    if (/^ij$/i.test(letter)) return 'IJ';
    if (letter.length > 1 && isBehindWord(calm, at)) return letter.toUpperCase();
    const [first = '', ...rest] = letter.toLocaleUpperCase(written);
    // Of a ligature ("ﬁ") all is one sign in small letters.
    return first + rest.join('').toLocaleLowerCase(written);
  });
};

/** A year, a month and a 30th of February are no day that anybody wrote. */
const longDate = (value: string, language: string): string =>
  isDay(value) ? dateFormat(language, 'UTC', 'long').format(new Date(`${value}T00:00:00Z`)) : value;

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
