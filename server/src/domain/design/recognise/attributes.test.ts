import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { openDesign } from '../openDesign.ts';
import { recogniseSignature } from './recogniseSignature.ts';

const jan = {
  'person.displayName': 'Jan de Wit',
  'person.givenName': 'Jan',
  'person.jobTitle': 'Adviseur',
  'person.department': 'Sales',
  'person.companyName': 'Contoso',
  'person.mail': 'jan+x@contoso.com',
  'person.businessPhone': '+31 20 123 4567',
  'person.country': 'Netherlands',
  'person.custom.page': 'linkedin.com/in/jan',
};
const bob = {
  ...jan,
  'person.displayName': 'Bob Dunn',
  'person.givenName': 'Bob',
  'person.jobTitle': 'Head of "X"',
  'person.department': 'Legal',
  'person.companyName': 'Contoso Nederland',
  'person.mail': 'bob@contoso.com',
  'person.businessPhone': '+31 30 765 4321',
  'person.custom.page': 'https://linkedin.com/in/bob',
};

const typeOf: DesignContext['typeOf'] = (field) => {
  if (/[pP]hone$/.test(field)) return 'phone';
  if (field.endsWith('.mail')) return 'email';
  return field.endsWith('.page') ? 'url' : 'text';
};
const context: DesignContext = { image: () => null, logo: null, iconUrl: () => '', typeOf };

const recognise = (html: string, values: Readonly<Record<string, string>> = jan) =>
  recogniseSignature(html, { values, typeOf });

const renderedFor = (values: Readonly<Record<string, string>>, html: string): { html: string; text: string } => {
  const person: DesignPerson = {
    ...{ id: 'p', values, groups: new Set(), units: new Set(), language: 'en', photoUrl: () => null },
    today: { date: () => '2026-12-01' },
  };
  return openDesign(recognise(html).design, context)('newMail', person);
};

const linkFor = (values: Readonly<Record<string, string>>, href: string): string | undefined =>
  / href="([^"]*)"/.exec(renderedFor(values, `<p>Hello <a href="${href}">here</a></p>`).html)?.[1];

describe('a link of a pasted signature', () => {
  test.each([
    ['mailto:jan+x@contoso.com', 'mailto:bob@contoso.com'],
    ['mailto:jan%2Bx@contoso.com', 'mailto:bob@contoso.com'],
    ['MAILTO:Jan+X%40contoso.com?subject=Hi&amp;body=You', 'mailto:bob@contoso.com?subject=Hi&amp;body=You'],
    ['mailto:{Email}?subject=For%20%7BFirstName%7D', 'mailto:bob@contoso.com?subject=For%20Bob'],
    ['tel:+31%2020%20123%204567', 'tel:+31307654321'],
    ['TEL:020-1234567', 'tel:+31307654321'],
    ['tel:{Phone}', 'tel:+31307654321'],
    ['https://linkedin.com/in/jan/', 'https://linkedin.com/in/bob'],
    ['http://LinkedIn.com/in/jan', 'https://linkedin.com/in/bob'],
    ['https://www.linkedin.com/in/jan/?originalSubdomain=nl', 'https://linkedin.com/in/bob?originalSubdomain=nl'],
    ['https://www.linkedin.com/in/jan-2', 'https://www.linkedin.com/in/jan-2'],
    ['https://wa.me/31201234567?text=Hi', 'https://wa.me/31307654321?text=Hi'],
    ['https://u.example/send?to=%2B31201234567#a', 'https://u.example/send?to=%2B31307654321#a'],
    ['https://wa.me/312012345678', 'https://wa.me/312012345678'],
    ['https://u.example/chat?users=Jan+x@contoso.com', 'https://u.example/chat?users=bob%40contoso.com'],
    ['https://u.example/{FirstName}?users=jan+x%40contoso.com', 'https://u.example/Bob?users=bob%40contoso.com'],
    ['https://u.example/?users=ajan+x@contoso.com', 'https://u.example/?users=ajan+x@contoso.com'],
    ['https://u.example/?users=jan+x@contoso.com.example', 'https://u.example/?users=jan+x@contoso.com.example'],
    ['mailto:info@contoso.com?cc=jan+x@contoso.com', 'mailto:info@contoso.com?cc=bob%40contoso.com'],
    ['https://example.com/{FirstName}/%7BJobTitle%7D', 'https://example.com/Bob/Head%20of%20%22X%22'],
    ['mailto:info@contoso.com?subject=Hi', 'mailto:info@contoso.com?subject=Hi'],
    ['https://linkedin.com/company/contoso', 'https://linkedin.com/company/contoso'],
    ['http://www.contoso.com/', 'https://www.contoso.com/'],
    ['//www.contoso.com/', 'https://www.contoso.com/'],
    ['www.contoso.com', 'https://www.contoso.com'],
    ['WWW.linkedin.com/in/jan', 'https://linkedin.com/in/bob'],
    ['info@contoso.com', 'mailto:info@contoso.com'],
    ['jan+x@contoso.com', 'mailto:bob@contoso.com'],
  ])('to %s leads somebody else to %s', (href, expected) => {
    expect(linkFor(bob, href)).toBe(expected);
  });

  test('to a chat with the person is gone with its line for whoever has no such number', () => {
    const html = '<p>Jan de Wit</p><p><a href="https://wa.me/31201234567">WhatsApp</a></p>';
    expect(renderedFor({ 'person.displayName': 'Bob Dunn' }, html)).toMatchObject({ html: '<p>Bob Dunn</p>' });
    const copy = '<p>Jan de Wit</p><p><a href="mailto:info@contoso.com?cc=jan+x@contoso.com">Mail us</a></p>';
    expect(renderedFor({ 'person.displayName': 'Bob Dunn' }, copy).text).toBe('Bob Dunn\n\nMail us');
  });

  test('to a number of the mailbox or manager is read in their country, and what is unknown of them is said', () => {
    const { design, unknown } = recognise(
      '<p>$CurrentUserGivenName$ <a href="tel:$CurrentMailboxTelephone$">$CurrentMailboxTelephone$</a> ' +
        '$CurrentUserManagerTelephone$ $CurrentUserManagerCity$</p><img src="https://x.example/a.png" alt="{Nonsense}">',
      {},
    );
    expect(unknown).toEqual(['$CurrentUserManagerCity$', '{Nonsense}']);
    expect(JSON.stringify(design)).toMatch(
      /mailbox\.businessPhone \| phone: mailbox\.country.*manager\.phone \| phone/,
    );
  });
});

test('what is said of a picture or a link follows the person', () => {
  const { html } = renderedFor(
    bob,
    '<p>Hi</p><img alt="Jan de Wit, {JobTitle}" src="https://x.example/a.png"><a title="Call Jan" href="https://x.example/">x</a>',
  );
  expect(html).toContain('alt="Bob Dunn, Head of &quot;X&quot;"');
  expect(html).toContain('title="Call Bob"');
});

describe('a signature of Set-OutlookSignatures', () => {
  const fields = (html: string) => {
    const { found, unknown } = recognise(html, {});
    expect(unknown).toEqual([]);
    return new Set(found.map(({ field }) => field));
  };

  test('is of whoever signs where it speaks of a mailbox alone, cut into pieces and in links too', () => {
    const own = fc.constantFrom<readonly [string, string]>(
      ['$CurrentMailboxGivenName$', 'person.givenName'],
      ['$Current<b>Mailbox</b>Surname$', 'person.surname'],
      ['$CURRENTMAILBOXTITLE$', 'person.jobTitle'],
      ['<a href="https://x.example/$CurrentMailboxMail$">x</a>', 'person.mail'],
      ['<img src="https://x.example/a.png" alt="$CurrentMailboxCity$">', 'person.city'],
      ['$CurrentMailboxManagerMail$', 'manager.mail'],
    );
    const other = fc.constantFrom(
      '$CurrentUserGivenName$',
      '<a href="tel:$CurrentUserMobile$">y</a>',
      '$Current<i>UserTitle$</i>',
    );
    fc.assert(
      fc.property(fc.array(own, { minLength: 1 }), fc.nat(6), other, (all, at, another) => {
        const pieces = all.map(([written]) => written);
        expect(fields(`<p>x ${pieces.join(' ')}</p>`)).toEqual(new Set(all.map(([, field]) => field)));
        const mixed = all.filter(([, field]) => field !== 'manager.mail');
        const both = mixed.map(([written]) => written);
        both.splice(at, 0, another);
        for (const [, field = ''] of mixed)
          expect(fields(`<p>x ${both.join(' ')}</p>`)).toContain(field.replace('person', 'mailbox'));
      }),
    );
  });
});

describe('words that are also somebody’s values', () => {
  const fixed = [
    'www.contoso.com',
    'info@contoso.com',
    'sales@contoso.com',
    'contoso.com/sales',
    '//contoso.example/jan',
  ];

  test('stay as they are within addresses, and are values beside them', () => {
    const between = fc.constantFrom(' ', ' | ', ', ', ' (', '; ', '<br>');
    const piece = fc.tuple(fc.constantFrom(...fixed), between);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const written = pieces.map(([address, sign]) => address + sign).join('');
        const { text } = renderedFor(bob, `<p>${written}Sales of Contoso: Jan.</p>`);
        const count = (words: string) => text.split(words).length - 1;
        for (const address of fixed)
          expect(count(address)).toBe(pieces.filter(([each]) => each.includes(address)).length);
        expect(text).toMatch(/Legal of Contoso Nederland: Bob\.$/);
      }),
    );
  });

  test.each([
    ['E:jan+x@contoso.com', 'E:bob@contoso.com'],
    ['<jan+x@contoso.com>.', '<bob@contoso.com>.'],
    ['dr.Jan', 'dr.Bob'],
    ['Adviseur/Sales', 'Head of "X"/Legal'],
    ['linkedin.com/in/jan', 'linkedin.com/in/bob'],
  ])('%s becomes %s', (written, expected) => {
    const html = written.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(renderedFor(bob, `<p>${html}</p>`).text.replace('https://', '')).toBe(expected);
  });
});

test.each([
  [
    'https://maps.google.com/?q=Keizersgracht+1%2C+1015%20CJ%20Amsterdam',
    'https://maps.google.com/?q=Hauptstra%C3%9Fe+5%2C+10115%20Berlin',
  ],
  [
    'https://www.google.com/maps/place/Keizersgracht%201,%20Amsterdam/@52.3,4.9',
    'https://www.google.com/maps/place/Hauptstra%C3%9Fe+5,%20Berlin/@52.3,4.9',
  ],
  ['https://contoso.com/amsterdam', 'https://contoso.com/amsterdam'],
  ['https://maps.google.com/?q=Keizersgracht+12', 'https://maps.google.com/?q=Keizersgracht+12'],
])('a link to a map leads to the address of whoever it is for: %s', (href, expected) => {
  const own = { 'person.streetAddress': 'Keizersgracht 1', 'person.postalCode': '1015 CJ', 'person.city': 'Amsterdam' };
  const theirs = { 'person.streetAddress': 'Hauptstraße 5', 'person.postalCode': '10115', 'person.city': 'Berlin' };
  const { design } = recogniseSignature(`<p><a href="${href}">Map</a></p>`, { values: own, typeOf });
  const person: DesignPerson = {
    ...{ id: 'p', values: theirs, groups: new Set(), units: new Set(), language: 'en', photoUrl: () => null },
    today: { date: () => '2026-12-01' },
  };
  expect(openDesign(design, context)('newMail', person).html).toContain(`href="${expected}"`);
});
