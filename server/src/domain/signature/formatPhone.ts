import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { countryCodeOf } from './countryCode.ts';

const parse = (number: string, country: string) => {
  const parsed = parsePhoneNumberFromString(number, { ...defaultCountry(country), extract: false });
  return parsed?.isPossible() === true ? parsed : null;
};

const defaultCountry = (country: string): { defaultCountry?: CountryCode } => {
  const code = countryCodeOf(country);
  return code === null ? {} : { defaultCountry: code };
};

/** International notation such as "+31 20 123 4567"; a number nobody can parse is left as it was written. */
export const formatPhone = (number: string, country: string): string =>
  parse(number, country)?.formatInternational() ?? number;

/** The `tel:` address of a number (RFC 3966); digits and plus only where it cannot be parsed, empty without a digit. */
export const phoneLink = (number: string, country: string): string =>
  parse(number, country)?.getURI() ?? (/\d/.test(number) ? `tel:${number.replace(/[^+\d]/g, '')}` : '');
