import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { webLink } from './webLink.ts';

test.each([
  ['example.com/me', 'https://example.com/me'],
  ['http://www.example.com', 'https://www.example.com/'],
  [' HTTPS://Example.com/Me ', 'https://example.com/Me'],
  ['example.com:8443/me', 'https://example.com:8443/me'],
  ['bücher.example', 'https://xn--bcher-kva.example/'],
  ['https://example.com/@jan?q=a@b.example', 'https://example.com/@jan?q=a@b.example'],
  ['12.34.56.78', ''],
  ['12.03.2025', ''],
  ['@jan.dewit', ''],
  ['n.a.', ''],
  ['see intranet', ''],
  ['localhost', ''],
  ['www.a.com;www.b.com', ''],
  ['https://example.com).', ''],
  ['https://www.bank.com@evil.example/', ''],
  ['https://:www.bank.com@evil.example/', ''],
  ['https:/\\bank.com@evil.example', ''],
  ['//bank.com@evil.example', ''],
  ['https:bank.com@evil.example', ''],
  ['https:/bank.com@evil.example', ''],
  ['javascript:alert(1)', ''],
  ['mailto:a@b.example', ''],
  ['ftp://example.com/', ''],
])('%j leads to %j', (written, address) => {
  expect(webLink(written)).toBe(address);
});

test('whatever was written, it leads to a name of the web over https, as nobody else, or nowhere', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'https://',
      'https:',
      'bank.com@',
      'http:',
      '//',
      '@',
      ':',
      '.',
      '/',
      'example',
      'com',
      '127.0.0.1',
      '0x7f',
      '\\',
      '?',
      '#',
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const link = webLink(pieces.join(''));
      if (link === '') return;
      const { protocol, hostname, username, password } = new URL(link);
      expect([protocol, username, password]).toEqual(['https:', '', '']);
      expect(hostname).toMatch(/\.(?:[a-z]{2,63}|xn--[a-z\d-]+)$/);
      expect(webLink(link)).toBe(link);
    }),
    { numRuns: 1000 },
  );
});
