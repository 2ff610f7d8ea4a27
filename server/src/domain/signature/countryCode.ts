import iso from 'i18n-iso-countries/index.js';
import dutch from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { foldText } from '../teammate/foldText.ts';

type Names = Readonly<Record<string, string | readonly string[]>>;

/** One or more of each country, as ISO 3166 and others have them. */
const officialNames: readonly Names[] = [english, dutch, german, french].map(({ countries }) => countries);

/** In which people fill their directory in, beside the languages of the country itself. */
const languages = ['en', 'nl', 'de', 'fr'];

/** What else a country writes its own name in, beside the language of most and those above. */
const furtherLanguages: Readonly<Record<string, readonly string[]>> = {
  ...{ BY: ['be'], CH: ['it', 'rm'], CN: ['zh-Hant'], CY: ['tr'], ES: ['ca', 'eu', 'gl'], FI: ['sv'], HK: ['zh-Hans'] },
  ...{ IE: ['ga'], IL: ['ar'], KG: ['ru'], KZ: ['kk'], LK: ['ta'], LU: ['lb'], ME: ['sr-Latn'], MK: ['sq'] },
  ...{ MO: ['pt', 'zh-Hans'], MY: ['zh-Hans'], NO: ['nn'], NZ: ['mi'], RS: ['sr-Latn'], SG: ['zh-Hans', 'ms', 'ta'] },
  ...{ TW: ['zh-Hans'], UZ: ['uz-Cyrl', 'ru'], XK: ['sr-Latn'], ZA: ['af', 'zu'] },
};

/** Names that are in use and in no list of names. */
const others: Readonly<Partial<Record<CountryCode, readonly string[]>>> = {
  AE: ['Emirates', 'الإمارات'],
  AL: ['Shqipëria'],
  AT: ['Oesterreich'],
  CD: ['Congo DRC', 'DRC'],
  CN: ['PRC', 'PR China', 'P.R.China', '中华人民共和国', '中華人民共和國'],
  CV: ['Cabo Verde'],
  CZ: ['Česká republika'],
  DE: ['BRD', 'Bundesrepublik Deutschland', 'Federal Republic of Germany'],
  GB: [
    ...['GB', 'Britain', 'Groot-Brittannië', 'Grande-Bretagne', 'Grande Bretagne'],
    ...['United Kingdom of Great Britain and Northern Ireland', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
    ...['Engeland', 'Schotland', 'Noord-Ierland', 'Schottland', 'Nordirland', 'Angleterre', 'Écosse', 'Pays de Galles'],
  ],
  GR: ['Hellas'],
  HK: ['HKSAR', '中国香港', '中國香港'],
  IE: ['Republic of Ireland'],
  JP: ['日本国', 'Nippon'],
  KR: ['Korea', 'Korea South', 'ROK'],
  LA: ['Lao PDR'],
  MK: ['Macedonia', 'FYROM'],
  MM: ['Burma'],
  MO: ['Macau', '中国澳门', '中國澳門'],
  NL: ['Holland', 'Kingdom of the Netherlands', 'Koninkrijk der Nederlanden'],
  PS: ['Palestinian Authority'],
  SA: ['KSA', 'السعودية'],
  SK: ['Slovak Republic'],
  SX: ['Saint Maarten'],
  SZ: ['Swaziland'],
  TH: ['ประเทศไทย'],
  TW: ['臺灣', 'ROC'],
  US: ['America'],
  VA: ['Vatican'],
  VG: ['British Virgin Islands'],
  VN: ['Viet Nam'],
  ZA: ['RSA'],
};

/** Built once, on first use. */
let codesByName: ReadonlyMap<string, CountryCode | null> | null = null;

/** In what everybody writes countries in, and in the languages of the country itself. */
const shownNamesOf = (code: CountryCode, language: string): readonly string[] =>
  displaysIn(language).map((display) => display.of(code) ?? code);

const displaysIn = (language: string): readonly Intl.DisplayNames[] =>
  (['long', 'short'] as const).map((style) => new Intl.DisplayNames([language], { type: 'region', style }));

/** The ways in which people write a country, without its codes. */
export const namesOfCountry = (code: CountryCode): readonly string[] => [
  ...[others, ...officialNames].flatMap((names) => names[code] ?? []),
  ...[...languages, ...languagesOf(code)].flatMap((language) => shownNamesOf(code, language)),
];

/** Such as NL and NLD; where people put full stops into them, as in U.S.A., with them too. */
export const codesOfCountry = (code: CountryCode): readonly string[] => {
  const three = iso.alpha2ToAlpha3(code);
  const codes = [code, ...(three === undefined ? [] : [three]), ...(code === 'GB' ? ['UK'] : [])];
  return codes.flatMap((each) => [each, each.replaceAll(/./g, '$&.')]);
};

const countryNames = (): ReadonlyMap<string, CountryCode | null> => {
  if (codesByName !== null) return codesByName;
  // Congo is two countries, and one of the lists gives its German name to one of them.
  const names = new Map<string, CountryCode | null>([
    ['congo', null],
    ['kongo', null],
  ]);
  const learn = (name: string, code: CountryCode): void => {
    if (!names.has(nameKey(name))) names.set(nameKey(name), code);
  };
  for (const [code, written] of [others, ...officialNames].flatMap((each) => Object.entries(each)))
    for (const name of [written].flat()) if (isSupportedCountry(code)) learn(name, code);
  for (const display of languages.flatMap(displaysIn))
    for (const code of getCountries()) learn(display.of(code) ?? code, code);
  for (const code of getCountries())
    for (const name of languagesOf(code).flatMap((language) => shownNamesOf(code, language))) learn(name, code);
  codesByName = names;
  return names;
};

/** With the script: in Taiwan the language alone would be that of China's signs. */
const languagesOf = (code: CountryCode): readonly string[] => {
  const { language = 'en', script = '' } = new Intl.Locale(`und-${code}`).maximize();
  const first = languages.includes(language) || script === '' ? [] : [`${language}-${script}`];
  return [...first, ...(furtherLanguages[code] ?? [])];
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
    .replace(/^([^,]{1,60}), ([^,]{1,60} of(?: the)?|north|south)$/, '$2 $1')
    .replace(/^the /, '')
    .replace(/(?:,| ) ?the$/, '');

/**
 * ISO 3166 code for what stands in Entra's `country`, which is free text: "NL", "NLD", "Netherlands", "Nederland", "The
 * Netherlands", also in the languages of the country itself, and where one is written in several ways: "België/Belgique".
 */
export const countryCodeOf = (country: string): CountryCode | null => {
  const whole = codeOf(country);
  if (whole !== null) return whole;
  const parts = country.split(/[/|(),\u2013-]/).filter((part) => part.trim() !== '');
  const [first = null, ...rest] = parts.length > 1 ? parts.map(codeOf) : [];
  return rest.every((code) => code === first) ? first : null;
};

const codeOf = (country: string): CountryCode | null => {
  const upper = country.trim().toUpperCase();
  if (isSupportedCountry(upper)) return upper;
  const ofThree = /^[A-Z]{3}$/.test(upper) ? iso.alpha3ToAlpha2(upper) : undefined;
  if (ofThree !== undefined && isSupportedCountry(ofThree)) return ofThree;
  return upper === '' ? null : (countryNames().get(nameKey(country)) ?? null);
};
