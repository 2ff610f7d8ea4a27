import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js';
import { foldText } from '../teammate/foldText.ts';

/** In which people fill their directory in, beside the language of the country itself. */
const languages = ['en', 'nl', 'de', 'fr'];

/** Names that are in use and in no list of names. */
const others: readonly (readonly [string, CountryCode])[] = [
  ['uk', 'GB'],
  ['gb', 'GB'],
  ['great britain', 'GB'],
  ['united kingdom of great britain and northern ireland', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['republic of ireland', 'IE'],
  ['usa', 'US'],
  ['united states of america', 'US'],
  ['holland', 'NL'],
  ['czech republic', 'CZ'],
  ['turkey', 'TR'],
  ['hong kong', 'HK'],
  ['macau', 'MO'],
  ['taiwan', 'TW'],
  ['uae', 'AE'],
  ['viet nam', 'VN'],
  ['russian federation', 'RU'],
  ['republic of korea', 'KR'],
  ['ivory coast', 'CI'],
];

/** Built once, on first use. */
let codesByName: ReadonlyMap<string, CountryCode> | null = null;

const countryNames = (): ReadonlyMap<string, CountryCode> => {
  if (codesByName !== null) return codesByName;
  const names = new Map(others);
  const learn = (display: Intl.DisplayNames, code: CountryCode): void => {
    const name = nameKey(display.of(code) ?? code);
    if (!names.has(name)) names.set(name, code);
  };
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of getCountries()) learn(display, code);
  }
  for (const code of getCountries()) {
    const { language = 'en' } = new Intl.Locale(`und-${code}`).maximize();
    if (!languages.includes(language)) learn(new Intl.DisplayNames([language], { type: 'region' }), code);
  }
  codesByName = names;
  return names;
};

/** Without case, marks on letters, full stops, and the article that some write and some do not. */
const nameKey = (name: string): string =>
  foldText(name)
    .replaceAll('.', '')
    .replaceAll('\u2019', "'")
    .replace(/^the /, '')
    .replace(/, ?the$/, '');

/**
 * ISO 3166 code for what stands in Entra's `country`, which is free text: "NL", "Netherlands", "Nederland", "The
 * Netherlands", also in the language of the country itself.
 */
export const countryCodeOf = (country: string): CountryCode | null => {
  const upper = country.trim().toUpperCase();
  if (isSupportedCountry(upper)) return upper;
  return upper === '' ? null : (countryNames().get(nameKey(country)) ?? null);
};
