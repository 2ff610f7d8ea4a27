import { expect, test } from '@jest/globals';
import { getCountries } from 'libphonenumber-js/max';
import { countryCodeOf } from './countryCode.ts';

test.each([
  ['NL', 'NL'],
  ['nl', 'NL'],
  ['Netherlands', 'NL'],
  ['The Netherlands', 'NL'],
  ['Nederland', 'NL'],
  ['Niederlande', 'NL'],
  ['Pays-Bas', 'NL'],
  ['Holland', 'NL'],
  [' Belgium ', 'BE'],
  ['België', 'BE'],
  ['Deutschland', 'DE'],
  ['UK', 'GB'],
  ['United Kingdom', 'GB'],
  ['USA', 'US'],
  ['United States', 'US'],
  ['Netherlands, The', 'NL'],
  ['España', 'ES'],
  ['Espana', 'ES'],
  ['Italia', 'IT'],
  ['Danmark', 'DK'],
  ['Česko', 'CZ'],
  ['Czech Republic', 'CZ'],
  ['U.K.', 'GB'],
  ['Scotland', 'GB'],
  ['日本', 'JP'],
  ['ישראל', 'IL'],
  ['Türkiye', 'TR'],
  ['Hong Kong', 'HK'],
  ['Cote d’Ivoire', 'CI'],
  ['NLD', 'NL'],
  ['gbr', 'GB'],
  ['U.S.', 'US'],
  ['Hong Kong SAR', 'HK'],
  ['Macao SAR', 'MO'],
  ['Korea', 'KR'],
  ['Korea, Republic of', 'KR'],
  ['Bosnia and Herzegovina', 'BA'],
  ['Saint Lucia', 'LC'],
  ['Palestinian Authority', 'PS'],
  ['Iran, Islamic Republic of', 'IR'],
  ['Congo, Democratic Republic of the', 'CD'],
  ['臺灣', 'TW'],
  ['台湾', 'TW'],
  ['香港', 'HK'],
  ['新加坡', 'SG'],
  ['한국', 'KR'],
  ['日本国', 'JP'],
  ['中华人民共和国', 'CN'],
  ['PRC', 'CN'],
  ['Srbija', 'RS'],
  ['Svizzera', 'CH'],
  ['Éire', 'IE'],
  ['Қазақстан', 'KZ'],
  ['Großbritannien', 'GB'],
  ['Groot-Brittannië', 'GB'],
  ['Grande-Bretagne', 'GB'],
  ['Elfenbeinküste', 'CI'],
  ['Tschechische Republik', 'CZ'],
  ['République tchèque', 'CZ'],
  ['Slovak Republic', 'SK'],
  ['Macedonia', 'MK'],
  ['Vereinigte Staaten von Amerika', 'US'],
  ['Verenigde Staten van Amerika', 'US'],
  ["États-Unis d'Amérique", 'US'],
  ['VS', 'US'],
  ['V.K.', 'GB'],
  ['KSA', 'SA'],
  ['Korea, South', 'KR'],
  ['Korea (South)', 'KR'],
  ['Korea, North', 'KP'],
  ['Netherlands (the)', 'NL'],
  ['België/Belgique', 'BE'],
  ['Germany (DE)', 'DE'],
  ['NL - Nederland', 'NL'],
  ['England, UK', 'GB'],
  ['Georgia, US', null],
  ['Belgium/Netherlands', null],
  ['(/)', null],
  ['Congo', null],
  ['USSR', null],
  ['Atlantis', null],
  ['.', null],
  ['', null],
])('%s as people write it is %s', (country, code) => {
  expect(countryCodeOf(country)).toBe(code);
});

test('a name of two countries, in any language that we know names in, is neither', () => {
  const languages = ['en', 'nl', 'de', 'fr', 'pl', 'sv', 'eu', 'es', 'it', 'da'];
  const called = languages.flatMap((language) => {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    return (['CD', 'CG'] as const).map((code) =>
      (display.of(code) ?? '').replace(/[ -]*(?:Kinshasa|Brazzaville)$/, ''),
    );
  });
  const short = called.filter((name) => /^[CK]ongo$/.test(name));
  expect(new Set(short)).toEqual(new Set(['Congo', 'Kongo']));
  expect(short.filter((name) => countryCodeOf(name) !== null)).toEqual([]);
});

test('every country is known by what its own language and ours call it, in full and in short', () => {
  const unknown = getCountries().flatMap((code) => {
    const { language = 'en', script = '' } = new Intl.Locale(`und-${code}`).maximize();
    return [`${language}-${script}`, 'en', 'nl', 'de', 'fr'].flatMap((each) =>
      (['long', 'short'] as const).flatMap((style) => {
        const name = new Intl.DisplayNames([each], { type: 'region', style }).of(code) ?? '';
        return countryCodeOf(name) === code ? [] : [[each, name, code, countryCodeOf(name)]];
      }),
    );
  });
  expect(unknown).toEqual([]);
});
