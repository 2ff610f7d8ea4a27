import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findMatches } from './findMatches.ts';

const foundIn = (text: string, values: Readonly<Record<string, string>>) =>
  findMatches(
    text,
    { values, typeOf: (field) => (field.endsWith('Phone') ? 'phone' : 'text'), isOwnMailbox: true },
    ({ start, end }) => text.slice(start, end),
  ).map(({ start, end, field }) => [field, text.slice(start, end)]);

const jan = {
  'person.businessPhone': '+31 20 123 4567',
  'person.mobilePhone': '0612345678',
  'person.country': 'Netherlands',
};

test('each number is found for itself, whatever stands beside it', () => {
  const of = (field: string, ...notations: string[]) => fc.constantFrom(...notations.map((each) => [field, each]));
  const number = fc.oneof(
    of('person.businessPhone', '020-1234567', '+31 20 123 4567', '+31 (0)20 123 45 67', '(020) 123.4567', '0201234567'),
    of('person.mobilePhone', '06-12345678', '+31612345678', '0031 6 12 34 56 78', '(06) 12345678'),
    of('', '0900-1234567', '+49 30 12345678', '030 765 4321', '114', 'x12'),
  );
  const sign = fc.constantFrom(' / ', ' - ', ' ', ', ', '; ', ' | ', ' of ');
  fc.assert(
    fc.property(fc.array(fc.tuple(number, sign), { minLength: 1, maxLength: 12 }), (all) => {
      const text = `t ${all.flatMap(([[, written = ''], after]) => [written, after]).join('')}x`;
      expect(foundIn(text, jan)).toEqual(all.map(([each]) => each).filter(([field]) => field !== ''));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['+1 (212) 555-0123 x456', '+1 (212) 555-0123 x456'],
  ['+1 (212) 555-0123 x456', '212.555.0123 ext. 456'],
  ['(212) 555-0123 ext. 45', '(212) 555-0123 ext. 45'],
  ['(212) 555-0123 extension 45', '(212) 555-0123 extension 45'],
  ['212 555 0123; 212 555 0145', '212 555 0123; 212 555 0145'],
  ['212 555 0123 or 212 555 0145', '212 555 0123 or 212 555 0145'],
  ['212 555 0123 / 212 555 0145', '212 555 0123 / 212 555 0145'],
])('a field that says %s is found whole as %s', (value, written) => {
  const values = { 'person.businessPhone': value, 'person.country': 'US' };
  expect(foundIn(`t ${written}, x`, values)).toEqual([['person.businessPhone', written]]);
});

test('brackets about a number stay about the field', () => {
  expect(foundIn('call (020 1234567) now', jan)).toEqual([['person.businessPhone', '020 1234567']]);
});
