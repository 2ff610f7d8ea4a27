import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailLink } from './mailLink.ts';

test('an address is linked, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const link = mailLink(address);
      expect(link).toMatch(/^mailto:[^\s"<>?&#]+@[^\s"<>?&#]+$/);
      expect(decodeURIComponent(link)).toBe(`mailto:${address}`);
    }),
  );
});

test('any other text is no link, or one to exactly that address and nobody else', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '@', '@b.example', '?bcc=c@d.example'),
      (text, more) => {
        const link = mailLink(`${text.toWellFormed()}${more}`);
        if (link !== '') expect(link.replace('mailto:', '')).toMatch(/^[^\s"<>?&#@,;]+@[^\s"<>?&#@,;]+$/);
      },
    ),
  );
});

test.each([
  'see intranet',
  'a@b.example?bcc=c@d.example',
  'a@b.example,c@d.example',
  '"a b"@c.example',
  'a@localhost',
  '@b.example',
  'a b@c.example',
  'a@b..example',
])('%s is no address', (text) => {
  expect(mailLink(text)).toBe('');
});

test.each([
  ['müller@bücher.example', 'mailto:m%C3%BCller@b%C3%BCcher.example'],
  ["o'neil+news@a.example", "mailto:o'neil%2Bnews@a.example"],
  [' anna@a.example ', 'mailto:anna@a.example'],
  ['\u200eanna@a\u200b.example\ufeff', 'mailto:anna@a.example'],
])('%s is %s', (text, link) => {
  expect(mailLink(text)).toBe(link);
});

test('signs that nobody can see make it no other address', () => {
  const unseen = fc.constantFrom('\u200b', '\u00ad', '\u200e', '\u2060', '\ufeff', '\u200d', '\u200c');
  fc.assert(
    fc.property(fc.emailAddress(), unseen, fc.nat(), (address, sign, at) => {
      const index = at % (address.length + 1);
      expect(mailLink(`${address.slice(0, index)}${sign}${address.slice(index)}`)).toBe(mailLink(address));
    }),
  );
});
