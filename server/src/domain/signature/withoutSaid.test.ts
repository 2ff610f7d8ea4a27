import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js';
import { foldText } from '../teammate/foldText.ts';
import { addressLine } from './formatAddress.ts';

const anyPlace = fc.constantFrom(
  { country: 'DE', streetAddress: 'Hauptstr. 1', postalCode: '10115', city: 'Berlin', state: '' },
  { country: 'NL', streetAddress: 'Keizersgracht 1', postalCode: '1015 CJ', city: 'Amsterdam', state: '' },
  { country: 'BE', streetAddress: 'Wetstraat 16', postalCode: '1000', city: 'Brussel', state: '' },
  { country: 'GB', streetAddress: '10 Downing Street', postalCode: 'SW1A 2AA', city: 'London', state: 'Kent' },
  { country: 'US', streetAddress: '12 Main Street', postalCode: '10001', city: 'New York', state: 'NY' },
  { country: 'US', streetAddress: '1 Elm St, Floor 2', postalCode: '97201', city: 'Portland', state: 'Oregon' },
  { country: 'CA', streetAddress: '1 King St', postalCode: 'M5V 1A1', city: 'Toronto', state: 'ON' },
  { country: 'AU', streetAddress: '1 George Street', postalCode: '2000', city: 'Sydney', state: 'NSW' },
  { country: 'IT', streetAddress: 'Via Roma 1', postalCode: '20121', city: 'Milano', state: 'MI' },
  { country: 'BR', streetAddress: 'Av. Paulista, 1000', postalCode: '01310-100', city: 'São Paulo', state: 'SP' },
  { country: 'CZ', streetAddress: 'Ulice 1', postalCode: '110 00', city: 'Praha 1', state: '' },
  { country: 'GR', streetAddress: 'Οδός 1', postalCode: '105 57', city: 'Αθήνα', state: '' },
  { country: 'IN', streetAddress: '1 MG Road', postalCode: '560001', city: 'Bengaluru', state: 'Karnataka' },
);

test('what somebody wrote into another part as well stands in an address once', () => {
  const anyCase = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
  );
  const how = fc.record({ street: fc.nat(5), city: fc.nat(3), code: fc.nat(1), write: anyCase });
  fc.assert(
    fc.property(anyPlace, how, (place, { street, city, code, write }) => {
      const { streetAddress, postalCode, city: town, state } = place;
      const shown = place.country === 'GB' ? '' : state;
      const said = [
        ...['', `, ${postalCode} ${town}`, `, ${town}, ${postalCode}`, `, ${town}, ${shown} ${postalCode}`],
        ...[`; ${town} ${postalCode}`, `, ${town}`],
      ][street];
      const byCity = [town, `${postalCode} ${town}`, `${town} ${postalCode}`, `${town}, ${shown}`][city];
      const byCode = code === 1 && shown.length === 2 ? `${shown} ${postalCode}` : postalCode;
      const written = {
        ...{ ...place, postalCode: city === 1 || city === 2 ? postalCode : byCode },
        ...{ streetAddress: `${streetAddress}${write(said ?? '')}`, city: byCity ?? '' },
      };
      expect(addressLine(written)).toBe(addressLine(place));
    }),
    { numRuns: 500 },
  );
});

test('what stands in one part alone stays, in every country', () => {
  const word = fc.constantFrom('Bath', 'Road', 'York', 'New', 'ON', '12', '1000', '10115', 'Berlin', 'Kent', '2', 'A');
  const part = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ', ', ' - ')), { maxLength: 4 })
    .map((words) => words.map(([text, sign], at) => (at === 0 ? text : `${sign}${text}`)).join(''));
  const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const anyAddress = fc.record({
    ...{ streetAddress: part, postalCode: part, city: part },
    country: fc.constantFrom(...getCountries(), ''),
  });
  fc.assert(
    fc.property(anyAddress, part, (address, state) => {
      const line = foldText(addressLine({ ...address, state }));
      const { streetAddress, postalCode, city } = address;
      expect(wordsOf(`${streetAddress} ${postalCode} ${city}`).filter((each) => !line.includes(each))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
