import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js';
import { countryCodeOf } from './countryCode.ts';

/** What people write between two numbers in one field. A slash can also stand inside a number, so the whole is tried first. */
const between = /[/;,|]|\s(?:or|of|oder|ou)\s/iu;

const parse = (number: string, country: string): PhoneNumber | null => {
  const parsed = parsePhoneNumberFromString(number, { ...defaultCountry(country), extract: false });
  return parsed?.isValid() === true ? parsed : null;
};

const defaultCountry = (country: string): { defaultCountry?: CountryCode } => {
  const code = countryCodeOf(country);
  return code === null ? {} : { defaultCountry: code };
};

/** International notation such as "+31 20 123 4567"; what is not one valid number is left as it was written. */
export const formatPhone = (number: string, country: string): string =>
  parse(number, country)?.formatInternational() ?? number;

/**
 * The `tel:` address (RFC 3966) of a number, or of the first of several. Empty where it is not certain which number is
 * meant: a link that calls a stranger is worse than none.
 */
export const phoneLink = (number: string, country: string): string => {
  const first = number.split(between, 1)[0] ?? '';
  return (parse(number, country) ?? parse(first, country))?.getURI() ?? '';
};
