import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js';
import { addressLines } from './formatAddress.ts';

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
])('in %s nothing is said twice and the city stands where it belongs: %j', (country, about, lines) => {
  expect(addressLines({ ...whole, state: '', ...about, country })).toEqual(lines);
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
    ...['-', ' ', ''].flatMap((joint) => [true, false].map((isUpper) => ({ joint, isUpper }))),
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
