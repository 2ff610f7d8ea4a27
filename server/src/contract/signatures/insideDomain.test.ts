import { domainToASCII } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { insideDomainSchema } from './insideDomain.ts';

const read = (typed: string): string | undefined => insideDomainSchema.safeParse(typed).data;

const label = fc.constantFrom('parent', 'b2b', 'a-b', 'münchen', 'ñandú', '例え', 'почта', 'xn--mnchen-3ya');
const international = fc.tuple(label, fc.constantFrom('example', 'co.example', 'рф')).map((parts) => parts.join('.'));
const domain = fc.oneof(fc.domain(), international).filter((name) => !name.startsWith('www.'));

/** How people write where somebody has their mail, or what they copy. */
const ways: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => ` ${name.toUpperCase()}. `,
  (name) => `@${name}`,
  (name) => `robin.vermeer@${name}`,
  (name) => `sales/north+1@${name}`,
  (name) => `<robin@${name}>`,
  (name) => `MAILTO:robin@${name}?subject=Hello`,
  (name) => `www.${name}`,
  (name) => `${name}/about?from=mail#top`,
  (name) => `${name}/@robin`,
  (name) => `https://${name}`,
  (name) => `https://www.${name}/team/robin@other.example`,
  (name) => `http://robin@${name}:8080/`,
];

describe('a domain whose people count as colleagues', () => {
  test('is read from any mail or web address there, as mail addresses are compared, and stays as it is then', () => {
    fc.assert(
      fc.property(domain, fc.constantFrom(...ways), (name, written) => {
        const expected = domainToASCII(name).toLowerCase();
        expect([name, read(written(name))]).toEqual([name, expected]);
        expect(read(expected)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('is never anything but a whole name in lower case, whatever is typed', () => {
    const sign = fc.constantFrom(
      'a',
      'B',
      '.',
      '-',
      '@',
      '/',
      ':',
      '*',
      '%',
      '?',
      ' ',
      'www.',
      'é',
      '。',
      '1',
      '<',
      '>',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), (signs) => {
        const { success, data = '' } = insideDomainSchema.safeParse(signs.join(''));
        expect(data).toMatch(success ? /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]*$/ : /^$/);
        if (success) expect(read(data)).toBe(data);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '',
    'parent',
    '*.parent.example',
    '.parent.example',
    'parent..example',
    'parent_x.example',
    '192.0.2.1',
    'robin@[192.0.2.1]',
    'https://[2001:db8::1]/',
    'parent.example other.example',
    'parent.example,other.example',
    'parent.example?mail=robin@other.example',
    `${'a'.repeat(64)}.example`,
    `${'abcdefg.'.repeat(32)}example`,
  ])('is refused where it is none, or one of two: %j', (typed) => {
    expect(read(typed)).toBeUndefined();
  });
});
