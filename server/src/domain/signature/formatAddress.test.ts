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

test('street, postal code and city are there once in every country, and what is empty leaves nothing', () => {
  const part = fc.stringMatching(/^(?:[A-Z][a-z]{0,8} ?\d{0,3}|)$/).map((text) => text.trim());
  const country = fc.constantFrom(...getCountries(), '', 'Atlantis');
  fc.assert(
    fc.property(fc.record({ streetAddress: part, postalCode: part, city: part, state: part, country }), (address) => {
      const lines = addressLines(address);
      const text = lines.join('\n');
      for (const each of [address.streetAddress, address.postalCode, address.city]) expect(text).toContain(each);
      expect(text).not.toMatch(/^\s*[,-]|[,-]\s*$|\n\n|, ,/m);
      if (text.trim() === '') expect(lines).toEqual([]);
    }),
  );
});
