import { describe, expect, test } from '@jest/globals';
import { countryCodeOf } from './countryCode.ts';
import { formatPhone, phoneLink } from './formatPhone.ts';

describe('the country as people write it', () => {
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
    ['Atlantis', null],
    ['', null],
  ])('%s is %s', (country, code) => {
    expect(countryCodeOf(country)).toBe(code);
  });
});

describe('phone numbers', () => {
  test.each([
    ['030 123 4567', 'Nederland', '+31 30 123 4567', 'tel:+31301234567'],
    ['+31 6 12345678', 'United Kingdom', '+31 6 12345678', 'tel:+31612345678'],
    ['(020) 7946 0018', 'UK', '+44 20 7946 0018', 'tel:+442079460018'],
    ['030 123 4567 ext. 12', 'NL', '+31 30 123 4567 ext. 12', 'tel:+31301234567;ext=12'],
    ['030/123 4567', 'NL', '+31 30 123 4567', 'tel:+31301234567'],
    ['030 123 45 67 / 89', 'NL', '030 123 45 67 / 89', 'tel:+31301234567'],
    ['030 123 4567; 06 12345678', 'NL', '030 123 4567; 06 12345678', 'tel:+31301234567'],
    ['030 123 4567 of 06 12345678', 'NL', '030 123 4567 of 06 12345678', 'tel:+31301234567'],
    ['030 123 4567', 'Atlantis', '030 123 4567', ''],
    ['4567', 'NL', '4567', ''],
    ['see intranet, room 1', 'NL', 'see intranet, room 1', ''],
  ])('%s in %s is shown as %s and dialled as %s', (...[number, country, shown, link]) => {
    expect(formatPhone(number, country)).toBe(shown);
    expect(phoneLink(number, country)).toBe(link);
  });
});
