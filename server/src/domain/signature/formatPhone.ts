// The usual table of the library knows how long a country's numbers are, and not with which digits they begin.
import {
  findPhoneNumbersInText,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { countryCodeOf } from './countryCode.ts';

/** What stands between two numbers in one field, and never inside one. */
const between = /[;,|\\\n]|\s(?:or|and|of|en|oder|und|ou|et|&)\s/iu;

/**
 * Null where it is no number, or may be two: digits that begin as an international number does, with 00 or with the code of
 * the country and no sign before it, may be a number of that country as well. A link that calls a stranger is worse than none.
 */
const parse = (number: string, country: string): PhoneNumber | null => {
  // Behind it stands up to which number a row goes, which the library takes for an extension.
  if (number.includes('~')) return null;
  const read = parsePhoneNumberFromString(number, { ...defaultCountry(country), extract: false });
  const here = validOf(read);
  if (here !== null && mayBeLocal(number, here)) return null;
  const there = abroad(number, here, country);
  if (there === null) return here;
  return read?.isPossible() === true && read.number !== there.number ? null : there;
};

/**
 * An extension ("4711") or a number of the same town, which is another one with the country's code before it. Longer ones are
 * whole, as "612345678" in the Netherlands, whose zero a spreadsheet took.
 */
const mayBeLocal = (number: string, here: PhoneNumber): boolean => {
  const digits = digitsOf(number);
  const asThere = digitsOf(here.formatNational());
  if (/^[+0]/.test(digits) || digits.charAt(0) === asThere.charAt(0)) return false;
  const { country = '', ext = '' } = here;
  return digits.length - ext.length <= (withLongLocals.has(country) ? 8 : 7);
};

/** Where numbers within a large town have eight digits; seven is the most elsewhere. */
const withLongLocals: ReadonlySet<string> = new Set(['AT', 'CN', 'DE', 'FI', 'ID', 'JP', 'KR', 'MY', 'SE', 'TW']);

/** With the plus that may stand among them. */
const digitsOf = (number: string): string => number.replace(/[^\d+]/g, '');

const validOf = (parsed: PhoneNumber | undefined): PhoneNumber | null =>
  parsed?.isValid() === true && isExtension(parsed.ext ?? '') ? parsed : null;

/** What stands behind "x" or "~" may be another number as well: nine digits, or some that begin as one does. */
const isExtension = (digits: string): boolean => digits.length <= (digits.startsWith('0') ? 4 : 6);

/** The number that it is with a plus before it, where it begins as if it had one. */
const abroad = (number: string, here: PhoneNumber | null, country: string): PhoneNumber | null => {
  const digits = digitsOf(number);
  if (digits.startsWith('00')) return withPlus(number.replace(/^\D*0\D*0/, '+'));
  if (here === null || digits.startsWith('+') || !digits.startsWith(here.countryCallingCode)) return null;
  return countryCodeOf(country) === null ? null : withPlus(`+${number}`);
};

const withPlus = (number: string): PhoneNumber | null =>
  validOf(parsePhoneNumberFromString(number, { extract: false }));

const defaultCountry = (country: string): { defaultCountry?: CountryCode } => {
  const code = countryCodeOf(country);
  return code === null ? {} : { defaultCountry: code };
};

interface Reading {
  /** The one number that is certainly meant, or the first of several; null where that is not certain. */
  readonly number: PhoneNumber | null;
  /** How many of the characters hold the number; all of them where it is all that was written. */
  readonly length: number;
}

/**
 * What can stand inside a number ("030/1234567", "020 - 123 45 67", "+31 (0)20 …") and between two ("030 1234567 / 89",
 * "030 12345 - 030 67890", "030 12345-030 67890", "02-1234-5678~80"): where numbers vary in length both readings may be valid.
 */
const joint = /[/~]|(?<=\s)[\p{Pd}\u2212.](?=\s)|(?<=\p{Nd}\s?)[([]|[\p{Pd}\u2212.\s](?=\(?(?:\+|0(?:\D{0,3}\d){4}))/gu;

/** How many signs that could part two numbers are looked at; what has more is no number. */
const mostJoints = 8;

const parting = /[/~([]/;

/** By more than what may stand within a number as well. */
const isSetApart = (sign: string, text: string, at: number): boolean =>
  parting.test(sign) || /^\s\S\s$/.test(text.slice(at - 1, at + 2));

/** Where what was written may be two numbers, the first of them if that is certain, and else none. */
const readAroundJoints = (text: string, country: string, whole: PhoneNumber | null): Reading => {
  for (const { sign, index, rest } of jointsOf(text, whole)) {
    const before = text.slice(0, index);
    const first = parse(before, country);
    const isApart = isSetApart(sign, text, index) || /^[\s(]*\+/.test(rest);
    // What goes on behind the digits of an extension was none.
    if (first === null || (first.ext !== undefined && !isApart)) continue;
    const isFirst = isApart || !mayEndSooner(before, country);
    return { number: isFirst && (whole === null || parse(rest, country) !== null) ? first : null, length: index };
  }
  return { number: whole, length: text.length };
};

/** What follows a dash and does not begin as a number does is an extension: the whole is meant. */
const jointsOf = (text: string, whole: PhoneNumber | null) =>
  [...text.matchAll(joint)]
    .slice(0, mostJoints)
    .map(({ 0: sign, index }) => ({ sign, index, rest: text.slice(index + 1) }))
    .filter(({ sign, rest }) => whole === null || parting.test(sign) || beginsAnother(rest, whole));

/** Its last digits may be the first ones of the next: "+62 810 000 000 8 029 469 52 13". */
const mayEndSooner = (number: string, country: string): boolean => {
  const last =
    number
      .trimEnd()
      .split(/[\s\p{Pd}\u2212.]/u)
      .at(-1) ?? '';
  return /\d/.test(last) && parse(number.slice(0, number.lastIndexOf(last)), country) !== null;
};

/** "+31 …", "06 12…", "(030) …", but not the "0" of whoever answers for all ("01 12345 - 0"), nor where no number begins with one. */
const beginsAnother = (rest: string, whole: PhoneNumber): boolean =>
  /^[\s(]*\+/.test(rest) || (/^[\s(]*0(?:\D{0,3}\d){4}/.test(rest) && mayBeginWithZero(whole));

/** As people write it, or as it may be written as well: some, as those of pagers in Germany, are shown without their zero. */
const mayBeginWithZero = (number: PhoneNumber): boolean =>
  digitsOf(number.formatNational()).startsWith('0') ||
  parsePhoneNumberFromString(`0${number.nationalNumber}`, number.country)?.number === number.number;

const read = (text: string, country: string): Reading => {
  const whole = parse(text, country);
  // Digits after a comma alone count as an extension for the library; here they may be a second number.
  if (whole?.ext !== undefined && /[\p{L}#]/u.test(text)) return { number: whole, length: text.length };
  const end = text.search(between);
  if (end >= 0) return read(text.slice(0, end), country);
  return readAroundJoints(text, country, whole);
};

export interface PhoneWritten {
  /** As `formatPhone` says. */
  readonly shown: string;
  /** As `linkedPhone` says. */
  readonly linked: string;
  /** As `phoneLink` says. */
  readonly href: string;
}

/**
 * All there is to know about what was written, at once: reading it is most of the work. In national notation a number of
 * that country is shown as people write it there ("020 123 4567"), a foreign one as ever.
 */
export const readPhone = (
  written: string,
  country: string,
  notation: 'international' | 'national' = 'international',
): PhoneWritten => {
  const clean = withoutTrimmings(written);
  const { number, length } = read(clean, country);
  if (number === null) return { shown: written, linked: written, href: '' };
  const href = number.getURI();
  if (length < clean.length) {
    // Beside another number it says which of them this is.
    const said = labelOf(tidied(written));
    return { shown: said + clean, linked: said + clean.slice(0, length).trimEnd(), href };
  }
  const isHome = notation === 'national' && number.country === countryCodeOf(country);
  const shown = isHome ? number.formatNational() : number.formatInternational();
  return { shown, linked: shown, href };
};

/**
 * Without what cannot be seen, as what is copied from a telephone brings along, without signs before the number and brackets
 * around the code of its country, with spaces that are spaces and the digits that telephones have. A line break stays one.
 */
export const withoutTrimmings = (written: string): string => {
  if (plain.test(written)) return written;
  const text = tidied(written);
  return text.slice(labelOf(text).length).replace(/^\(\+(\d{1,3})\)/, '+$1 ');
};

const tidied = (written: string): string =>
  written
    .replace(/[\p{Cf}\ufe0f]/gu, '')
    .replace(/(?![\n\r])\s/gu, ' ')
    .split(/[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(wide, (sign) => sign.normalize('NFKC'))
    .replace(/[\u301c\u223c\u2053]/g, '~')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
    // A number that a spreadsheet took for one to calculate with.
    .replace(/^([1-9]\d{5,14})\.0$/, '$1');

/** Signs as they are written between Chinese and Japanese ones: "＋８１（３）…". */
const wide = /[\ufe62\uff01-\uff5e]/g;

/** What says that it is a number: "Tel. +31 …", "T 020 …", "tel:+31…", "Tél. : 01 …", "Direct 020 …", "📞 …". */
const labelOf = (text: string): string => label.exec(text)?.[0] ?? '';

const labels = [
  ...['tel', 'tél', 'tlf', 'telf', 'telefoon', 'telefon', 'telephone', 'téléphone', 'telefono', 'teléfono', 'telefone'],
  ...['phone', 'mob', 'mobile', 'mobiel', 'mobil', 'móvil'],
  ...['cell', 'cel', 'gsm', 'handy', 'portable', 'office', 'work'],
  ...['direct', 'direct dial', 'ddi', 'kantoor', 'werk', 'büro', 'bureau', 'durchwahl', '[tmpd]'],
].join('|');

/** With a sign behind it, or nothing but a space before a number that begins as one does that is whole. */
const label = new RegExp(
  String.raw`^(?:(?:${labels})(?:\. ?:| ?[.:]{1,2}|(?= [+(0]))|[\u260e\u2706\u{1f4de}\u{1f4f1}]) ?`,
  'iu',
);

/** Of any script. The digits of each stand in a row that begins with its zero. */
const asciiDigit = (digit: string): string => {
  const plainly = digit.normalize('NFKC');
  if (plainly !== digit) return plainly;
  const sign = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(sign - value - 1))) value += 1;
  return String(value);
};

/** Most numbers. */
const plain = /^\+?[\d][\d -]*$/;

/** International notation such as "+31 20 123 4567"; what is not certainly one number is left as it was written. */
export const formatPhone = (number: string, country: string): string => readPhone(number, country).shown;

/**
 * The `tel:` address (RFC 3966) of a number, or of the first of several. Empty where it is not certain which number is
 * meant: a link that calls a stranger is worse than none.
 */
export const phoneLink = (number: string, country: string): string => readPhone(number, country).href;

/** How `formatPhone` begins: the words that the link is about, without the other numbers that were written after them. */
export const linkedPhone = (number: string, country: string): string => readPhone(number, country).linked;

/** The valid numbers among other words, as they are written there. Takes long for long texts. */
export const phonesIn = (words: string, country: string): readonly string[] =>
  findPhoneNumbersInText(words, defaultCountry(country)).map(({ startsAt, endsAt }) => words.slice(startsAt, endsAt));
