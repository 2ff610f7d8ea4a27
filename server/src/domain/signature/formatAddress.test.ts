import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js';
import { addressLine, addressLines } from './formatAddress.ts';

const whole = { streetAddress: 'Street 1', postalCode: '12345', city: 'Town', state: 'ST' };

test.each([
  ['Netherlands', ['Street 1', '12345 Town']],
  ['België', ['Street 1', '12345 Town']],
  ['United Kingdom', ['Street 1', 'Town', '12345']],
  ['US', ['Street 1', 'Town, ST 12345']],
  ['Atlantis', ['Street 1', '12345 Town']],
])('the address of somebody in %s', (country, lines) => {
  expect(addressLines({ ...whole, country })).toEqual(lines);
});

test.each([
  ['LU', { postalCode: 'L-1234', city: 'Luxembourg' }, ['Street 1', 'L-1234 Luxembourg']],
  ['Sverige', { postalCode: 'SE-111 22', city: 'Stockholm' }, ['Street 1', 'SE-111 22 Stockholm']],
  ['Schweiz', { postalCode: 'CH-8001', city: 'Zürich' }, ['Street 1', 'CH-8001 Zürich']],
  ['SG', { postalCode: '048616', city: 'Singapore' }, ['Street 1', 'SINGAPORE 048616']],
  ['España', { postalCode: '28001', city: 'Madrid', state: 'MADRID' }, ['Street 1', '28001 Madrid']],
  ['US', { postalCode: '10001', city: 'New York', state: 'New York' }, ['Street 1', 'New York, New York 10001']],
  ['JP', { postalCode: '100-0001', city: 'Tokyo', state: 'Tokyo' }, ['Street 1, Tokyo', '100-0001']],
  ['JP', { postalCode: '160-0023', city: 'Shinjuku', state: 'Tokyo' }, ['Street 1, Shinjuku, Tokyo', '160-0023']],
  [
    'JP',
    { streetAddress: '西新宿1-1', postalCode: '160-0023', city: '新宿区', state: '東京都' },
    ['〒160-0023', '東京都', '新宿区西新宿1-1'],
  ],
  [
    'JP',
    { streetAddress: '西新宿2-8-1', postalCode: '〒160-0023', city: '新宿', state: '東京' },
    ['〒160-0023', '東京', '新宿西新宿2-8-1'],
  ],
  ['日本', { streetAddress: '新宿1-1', postalCode: '〒 160-0023', city: '新宿' }, ['〒 160-0023', '新宿1-1']],
  ['JP', { streetAddress: 'Nishi-Shinjuku 1', city: 'Shinjuku' }, ['Nishi-Shinjuku 1, Shinjuku', '12345']],
  [
    'AE',
    { streetAddress: 'Office 12, Dubai Internet City', city: 'Dubai' },
    ['Office 12, Dubai Internet City, Dubai', '12345'],
  ],
  ['AE', { streetAddress: 'Office 12, Dubai', city: 'Dubai' }, ['Office 12, Dubai', '12345']],
  ['AE', { streetAddress: 'Office 12 DUBAI', city: 'Dubai' }, ['Office 12 DUBAI', '12345']],
  ['HK', { streetAddress: 'Suite 12345', postalCode: '2345', city: 'Central' }, ['Suite 12345', 'Central', '2345']],
])('in %s nothing is said twice and the city stands where it belongs: %j', (country, about, lines) => {
  expect(addressLines({ ...whole, state: '', ...about, country })).toEqual(lines);
});

test('parts of which nothing can be seen leave nothing, whatever commas stand beside them', () => {
  const part = fc.array(fc.constantFrom(',', ';', ' ', '\u00ad', '\u200b', '\u2800', '、'), { maxLength: 4 });
  fc.assert(
    fc.property(part, part, part, fc.constantFrom(...getCountries(), ''), (...[street, city, code, country]) => {
      const [streetAddress = '', town = '', postalCode = ''] = [street, city, code].map((signs) => signs.join(''));
      expect(addressLine({ streetAddress, city: town, postalCode, state: streetAddress, country })).toBe('');
    }),
    { numRuns: 500 },
  );
});

test('no part runs into the next one in any country', () => {
  const glued = getCountries().filter((country) =>
    [...addressLine({ ...whole, country }).matchAll(/Street 1|Town|ST\b/gi)].some(({ 0: { length }, index, input }) =>
      /\p{L}/u.test(`${input[index - 1] ?? ''}${input[index + length] ?? ''}`),
    ),
  );
  expect(glued).toEqual([]);
});

/** Countries whose order begins a postal code with a sign, and what people there write before it themselves. */
const signed = [
  ['AZ', 'AZ'],
  ['CH', 'CH'],
  ['FI', 'FI'],
  ['FO', 'FO'],
  ['LU', 'L'],
  ['SE', 'S'],
  ['SE', 'SE'],
] as const;

test('a postal code is written once with a sign, however people write it', () => {
  const writing = fc.constantFrom(
    ...['-', ' ', '', ' - ', '\u2013', ' \u2013 ', '\u2011'].flatMap((joint) =>
      [true, false].map((isUpper) => ({ joint, isUpper })),
    ),
  );
  const digits = fc.stringMatching(/^[1-9]\d{2,4}$/);
  fc.assert(
    fc.property(fc.constantFrom(...signed), writing, digits, ([country, sign], { joint, isUpper }, code) => {
      const postalCode = `${isUpper ? sign : sign.toLowerCase()}${joint}${code}`;
      expect(addressLines({ streetAddress: 'X 1', postalCode, city: '', state: '', country })).toEqual([
        'X 1',
        postalCode,
      ]);
    }),
  );
});

test('street, postal code and city are there once in every country, and what is empty leaves nothing', () => {
  const part = fc.stringMatching(/^(?:[A-Z][a-z]{0,8} ?\d{0,3}|)$/).map((text) => text.trim());
  const country = fc.constantFrom(...getCountries(), '', 'Atlantis');
  fc.assert(
    fc.property(fc.record({ streetAddress: part, postalCode: part, city: part, state: part, country }), (address) => {
      const lines = addressLines(address);
      const text = lines.join('\n');
      for (const each of [address.streetAddress, address.postalCode, address.city])
        expect(text.toLowerCase()).toContain(each.toLowerCase());
      expect(text).not.toMatch(/^\s*[,-]|[,-]\s*$|\n\n|, ,/m);
      if (text.trim() === '') expect(lines).toEqual([]);
    }),
  );
});

test('a city or postal code is there, whatever the street has in it', () => {
  const about = fc.record({
    ...{
      before: fc.constantFrom('', 'Nishi-', 'New', 'Port of ', '1'),
      after: fc.constantFrom('ville', ' Internet City', '-side', '0'),
    },
    country: fc.constantFrom(...getCountries(), ''),
  });
  fc.assert(
    fc.property(about, fc.constantFrom('city', 'postalCode'), ({ before, after, country }, part) => {
      const value = { city: 'Bath', postalCode: '2345' }[part];
      const streetAddress = `${before}${value}${after}`;
      const lines = addressLines({ streetAddress, postalCode: '', city: '', state: '', [part]: value, country });
      expect([country, lines.join('\n').split(value).length - 1]).toEqual([country, 2]);
    }),
    { numRuns: 1000 },
  );
});

test('commas and spaces around a part change nothing', () => {
  const edge = fc.stringMatching(/^[ ,;\u00a0、،，]{0,3}$/);
  const part = fc.record({
    text: fc.constantFrom('', 'Keizersgracht 1', '新宿区', 'شارع', '1015 CJ', 'Main St 1, Floor 2'),
    before: edge,
    after: edge,
  });
  const country = fc.constantFrom(...getCountries(), '');
  fc.assert(
    fc.property(part, part, part, part, country, (...[streetAddress, postalCode, city, state, where]) => {
      const parts = { streetAddress, postalCode, city, state };
      const lineOf = (write: (each: typeof city) => string): string =>
        addressLine({
          ...{ streetAddress: write(parts.streetAddress), postalCode: write(parts.postalCode) },
          ...{ city: write(parts.city), state: write(parts.state), country: where },
        });
      const line = lineOf(({ text, before, after }) => `${before}${text}${after}`);
      expect(line).toBe(lineOf(({ text }) => text));
      expect(line).not.toMatch(/[,،、]\s*[,،、]/);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [
    { country: 'JP', postalCode: '160-0023', city: '新宿区', state: '東京都' },
    '西新宿1-1',
    '〒160-0023 東京都新宿区西新宿1-1',
  ],
  [
    { country: 'JP', postalCode: '160-0023', city: 'Shinjuku', state: 'Tokyo' },
    'Nishi 1',
    'Nishi 1, Shinjuku, Tokyo, 160-0023',
  ],
  [
    { country: 'CN', postalCode: '100004', city: '北京市', state: '北京市' },
    '建国门外大街1号',
    '100004 北京市建国门外大街1号',
  ],
  [
    { country: 'HK', postalCode: '999077', city: '中環', state: '香港島' },
    '皇后大道1號',
    '香港島中環皇后大道1號 999077',
  ],
  [
    { country: 'KR', postalCode: '06164', city: '강남구', state: '서울특별시' },
    '테헤란로 1',
    '서울특별시 강남구 테헤란로 1 06164',
  ],
  [{ country: 'IQ', postalCode: '10001', city: 'بغداد', state: 'الكرخ' }, 'شارع 1', 'شارع 1، بغداد، الكرخ، 10001'],
  [{ country: 'AE', postalCode: '', city: 'دبي', state: 'دبي' }, 'شارع 1', 'شارع 1، دبي'],
  [{ country: 'CN', postalCode: '100004', city: '北京市', state: '' }, 'Tower 1', '100004, 北京市, Tower 1'],
  [{ country: 'NL', postalCode: '1015 CJ', city: 'Amsterdam', state: '' }, 'Gracht 1', 'Gracht 1, 1015 CJ Amsterdam'],
])('%j has on one line what people write between its parts', (about, streetAddress, line) => {
  expect(addressLine({ streetAddress, ...about })).toBe(line);
});

test('on one line no part stands twice and no Latin comma, where people write none', () => {
  const anyPlace = fc.constantFrom(
    { country: 'JP', state: '東京都', city: '新宿区', street: '西新宿1-1' },
    { country: 'JP', state: '大阪府', city: '大阪市', street: '梅田3丁目' },
    { country: 'CN', state: '广东省', city: '深圳市', street: '深南大道1号' },
    { country: 'TW', state: '臺北市', city: '信義區', street: '信義路五段7號' },
    { country: 'KR', state: '서울특별시', city: '강남구', street: '테헤란로 1' },
    { country: 'SA', state: 'منطقة الرياض', city: 'الخرج', street: 'شارع الملك' },
    { country: 'IQ', state: 'الكرخ', city: 'بغداد', street: 'شارع 1' },
  );
  const shown = fc.record({ hasState: fc.boolean(), hasCity: fc.boolean(), hasCode: fc.boolean() });
  const repeated = fc.constantFrom('nothing', 'state', 'both');
  fc.assert(
    fc.property(anyPlace, shown, fc.record({ city: repeated, street: repeated }), (place, has, repeats) => {
      const joint = place.country === 'KR' ? ' ' : '';
      const isLargestFirst = !['SA', 'IQ'].includes(place.country);
      const state = has.hasState ? place.state : '';
      const city = has.hasCity ? place.city : '';
      const before = { nothing: [], state: [state], both: [state, city] };
      const written = (of: 'city' | 'street', text: string): string =>
        isLargestFirst ? [...before[repeats[of]], text].filter((part) => part !== '').join(joint) : text;
      const postalCode = has.hasCode ? '99999' : '';
      const parts = { state, city: city === '' || repeats.city === 'both' ? city : written('city', city), postalCode };
      const line = addressLine({ ...parts, streetAddress: written('street', place.street), country: place.country });
      expect(line).not.toContain(',');
      for (const part of [city, place.street, postalCode].filter((each) => each !== ''))
        expect([part, line.split(part).length - 1]).toEqual([part, 1]);
      if (state !== '') expect([state, line.split(state).length - 1 <= 1]).toEqual([state, true]);
    }),
  );
});
