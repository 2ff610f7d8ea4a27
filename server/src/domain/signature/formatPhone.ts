import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js';
import { countryCodeOf } from './countryCode.ts';

/** What stands between two numbers in one field, and never inside one. */
const between = /[;,|\\\n]|\s(?:or|and|of|en|oder|und|ou|et|&)\s/iu;

const parse = (number: string, country: string): PhoneNumber | null => {
  const parsed = parsePhoneNumberFromString(number, { ...defaultCountry(country), extract: false });
  return parsed?.isValid() === true ? parsed : null;
};

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
 * A slash can stand inside a number ("030/1234567") or between two ("030 1234567 / 89"), and where numbers vary in
 * length both readings may be valid: then neither is certain.
 */
const readAroundSlash = (text: string, country: string, whole: PhoneNumber | null): Reading => {
  const slash = text.indexOf('/');
  const first = slash < 0 ? null : parse(text.slice(0, slash), country);
  if (first === null) return { number: whole, length: text.length };
  const isSecond = parse(text.slice(slash + 1), country) !== null;
  return { number: whole === null || isSecond ? first : null, length: slash };
};

const read = (text: string, country: string): Reading => {
  const whole = parse(text, country);
  // Digits after a comma alone count as an extension for the library; here they may be a second number.
  if (whole?.ext !== undefined && /[\p{L}#]/u.test(text)) return { number: whole, length: text.length };
  const end = text.search(between);
  if (end >= 0) return read(text.slice(0, end), country);
  return readAroundSlash(text, country, whole);
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
  const { number, length } = read(written, country);
  const isWhole = length === written.length;
  const isHome = notation === 'national' && number?.country === countryCodeOf(country);
  const shown = isWhole ? (writeNumber(number, isHome) ?? written) : written;
  return { shown, linked: isWhole ? shown : written.slice(0, length).trimEnd(), href: number?.getURI() ?? '' };
};

const writeNumber = (number: PhoneNumber | null, isHome: boolean): string | undefined =>
  isHome ? number?.formatNational() : number?.formatInternational();

/** International notation such as "+31 20 123 4567"; what is not certainly one number is left as it was written. */
export const formatPhone = (number: string, country: string): string => readPhone(number, country).shown;

/**
 * The `tel:` address (RFC 3966) of a number, or of the first of several. Empty where it is not certain which number is
 * meant: a link that calls a stranger is worse than none.
 */
export const phoneLink = (number: string, country: string): string => readPhone(number, country).href;

/** How `formatPhone` begins: the words that the link is about, without the other numbers that were written after them. */
export const linkedPhone = (number: string, country: string): string => readPhone(number, country).linked;
