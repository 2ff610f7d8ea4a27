import iso from 'i18n-iso-countries/index.js';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { foldText } from '../teammate/foldText.ts';

/** One or more of each country, in English, as ISO 3166 and others have them. */
const officialNames: Readonly<Record<string, string | readonly string[]>> = english.countries;

/** In which people fill their directory in, beside the language of the country itself. */
const languages = ['en', 'nl', 'de', 'fr'];

/** Names that are in use and in no list of names, as `nameKey` has them. */
const others: readonly (readonly [string, CountryCode | null])[] = [
  // Of two countries.
  ['congo', null],
  ['gb', 'GB'],
  ['united kingdom of great britain and northern ireland', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['republic of ireland', 'IE'],
  ['holland', 'NL'],
  ['macau', 'MO'],
  ['viet nam', 'VN'],
  ['korea', 'KR'],
  ['palestinian authority', 'PS'],
  ['cabo verde', 'CV'],
  ['swaziland', 'SZ'],
  ['burma', 'MM'],
  ['vatican', 'VA'],
  ['british virgin islands', 'VG'],
  ['congo drc', 'CD'],
];

/** Built once, on first use. */
let codesByName: ReadonlyMap<string, CountryCode | null> | null = null;

const countryNames = (): ReadonlyMap<string, CountryCode | null> => {
  if (codesByName !== null) return codesByName;
  const names = new Map<string, CountryCode | null>(others);
  const learn = (name: string, code: CountryCode): void => {
    if (!names.has(nameKey(name))) names.set(nameKey(name), code);
  };
  for (const [code, written] of Object.entries(officialNames))
    for (const name of [written].flat()) if (isSupportedCountry(code)) learn(name, code);
  const learnAll = (language: string, codes: readonly CountryCode[]): void => {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of codes) learn(display.of(code) ?? code, code);
  };
  for (const language of languages) learnAll(language, getCountries());
  for (const code of getCountries()) {
    const { language = 'en' } = new Intl.Locale(`und-${code}`).maximize();
    if (!languages.includes(language)) learnAll(language, [code]);
  }
  codesByName = names;
  return names;
};

/**
 * Without case, marks on letters, full stops and brackets, and the article that some write and some do not; one way of "and",
 * "Saint", "Korea, Republic of" and of what China's regions are.
 */
const nameKey = (name: string): string =>
  foldText(name)
    .replace(/[.()]/g, '')
    .replaceAll('\u2019', "'")
    .replace(/ ?& ?/g, ' and ')
    .replace(/\bsaint\b/g, 'st')
    .replace(/ sar(?: china)?$/, '')
    .replace(/^([^,]{1,60}), ([^,]{1,60} of(?: the)?)$/, '$2 $1')
    .replace(/^the /, '')
    .replace(/, ?the$/, '');

/**
 * ISO 3166 code for what stands in Entra's `country`, which is free text: "NL", "NLD", "Netherlands", "Nederland", "The
 * Netherlands", also in the language of the country itself.
 */
export const countryCodeOf = (country: string): CountryCode | null => {
  const upper = country.trim().toUpperCase();
  if (isSupportedCountry(upper)) return upper;
  const ofThree = /^[A-Z]{3}$/.test(upper) ? iso.alpha3ToAlpha2(upper) : undefined;
  if (ofThree !== undefined && isSupportedCountry(ofThree)) return ofThree;
  return upper === '' ? null : (countryNames().get(nameKey(country)) ?? null);
};
