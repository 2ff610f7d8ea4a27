import { formatAddress as formatByCountry } from 'localized-address-format';
import { countryCodeOf } from './countryCode.ts';

export interface PostalAddress {
  readonly streetAddress: string;
  readonly postalCode: string;
  readonly city: string;
  readonly state: string;
  /** As it stands in the directory: a code, or a name in one of our languages. */
  readonly country: string;
}

/** Where nobody knows the country: the order of most of Europe, and of most of the world's countries. */
const usual = 'DE';

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The lines of an address in the order of its country, without the country: "8 Blossom Street", "Manchester", "M4 5BF",
 * but "Keizersgracht 1", "1015 CJ Amsterdam". Empty parts leave no trace; street, postal code and city are never lost,
 * also where a country's order has no place for one. The order is that of Google's libaddressinput.
 */
export const addressLines = (address: PostalAddress): readonly string[] => {
  const { streetAddress, postalCode, city, state, country } = address;
  const script = eastAsian.test(`${streetAddress}${city}`) ? 'local' : 'latin';
  const lines = formatByCountry(
    {
      postalCountry: countryCodeOf(country) ?? usual,
      ...(state === '' ? {} : { administrativeArea: state }),
      ...(city === '' ? {} : { locality: city }),
      ...(postalCode === '' ? {} : { postalCode }),
      addressLines: streetAddress === '' ? [] : [streetAddress],
    },
    script,
  )
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const missing = [streetAddress, postalCode, city].filter(
    (part) => part !== '' && !lines.some((line) => line.includes(part)),
  );
  return [...lines, ...missing];
};
