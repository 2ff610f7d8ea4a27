import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js';

const languages = ['en', 'nl', 'de', 'fr'];

/** Names of every country in the languages people fill their directory in, to the code. Built once, on first use. */
let codesByName: ReadonlyMap<string, CountryCode> | null = null;

const countryNames = (): ReadonlyMap<string, CountryCode> => {
  if (codesByName !== null) return codesByName;
  const names = new Map<string, CountryCode>([
    ['uk', 'GB'],
    ['usa', 'US'],
    ['holland', 'NL'],
    ['the netherlands', 'NL'],
  ]);
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of getCountries()) names.set((display.of(code) ?? code).toLowerCase(), code);
  }
  codesByName = names;
  return names;
};

/** ISO 3166 code for what stands in Entra's `country`, which is free text: "NL", "Netherlands", "Nederland". */
export const countryCodeOf = (country: string): CountryCode | null => {
  const text = country.trim();
  const upper = text.toUpperCase();
  return isSupportedCountry(upper) ? upper : (countryNames().get(text.toLowerCase()) ?? null);
};
