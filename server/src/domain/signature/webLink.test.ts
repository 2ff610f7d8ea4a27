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
  ['linkedin.com/in/jan, twitter.com/jan', ''],
  ['https://example.com/x https://example.com/y', ''],
  ['example.com/x (NL)', ''],
  ['linkedin.com/in/jan\u200b', 'https://linkedin.com/in/jan'],
  ['\u200eexam\u00adple.com/\u2060me\u200d', 'https://example.com/me'],
  ['example.com/نامه\u200cای', 'https://example.com/%D9%86%D8%A7%D9%85%D9%87%E2%80%8C%D8%A7%DB%8C'],
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

const anyAddress = fc.webUrl({ withFragments: true, withQueryParameters: true, validSchemes: ['https'] });

test('two addresses lead nowhere, whatever white space is between them', () => {
  const between = fc.stringMatching(/^[,;|]?[ \n\t\u00a0\u2009\u3000]$/);
  fc.assert(
    fc.property(anyAddress, between, anyAddress, (first, joint, second) => {
      expect(webLink(`${first}${joint}${second}`)).toBe('');
    }),
  );
});

test('signs that nobody can see lead nowhere else', () => {
  const unseen = fc.constantFrom('\u200b', '\u00ad', '\u200e', '\u2060', '\ufeff', '\u200d', '\u200c');
  fc.assert(
    fc.property(anyAddress, unseen, fc.nat(), (address, sign, at) => {
      const index = at % (address.length + 1);
      expect(webLink(address)).not.toBe('');
      expect(webLink(`${address.slice(0, index)}${sign}${address.slice(index)}`)).toBe(webLink(address));
    }),
  );
});
