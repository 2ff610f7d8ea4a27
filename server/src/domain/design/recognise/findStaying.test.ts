import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recogniseSignature } from './recogniseSignature.ts';

const noor = {
  'person.displayName': 'Noor van der Bakker',
  'person.givenName': 'Noor',
  'person.surname': 'van der Bakker',
  'person.mail': 'n.bakker@linden.example',
  'person.businessPhone': '+31 20 123 4567',
  'person.companyName': 'Linden Group',
  'person.country': 'Netherlands',
};
const staying = (html: string, values: Readonly<Record<string, string>> = noor) => {
  const typeOf = (field: string) =>
    field.endsWith('Phone') ? ('phone' as const) : field.endsWith('.mail') ? ('email' as const) : ('text' as const);
  return recogniseSignature(html, { values, typeOf }).staying;
};
const own = (html: string): readonly string[] => staying(html).flatMap(({ text, isOwn }) => (isOwn ? [text] : []));

describe('what stays the same for everybody', () => {
  test('is told: numbers and addresses that are no field, each once, however often and in whatever notation', () => {
    const html = `<p>T 020 123 45 67 M <b>06</b>-12345678 <a href="tel:+31612345678">call</a> info@linden.example
      <a href="mailto:Info@Linden.example?subject=x">mail</a> <a href="https://linden.example/">site</a> KvK 12345678</p>`;
    expect(staying(html).map(({ text }) => text.toLowerCase())).toEqual([
      'info@linden.example',
      '+31612345678',
      'https://linden.example/',
    ]);
  });

  test('is nothing of what follows the person, nor a picture', () => {
    const html = `<p>Noor van der Bakker 020-1234567 <a href="mailto:n.bakker@linden.example">n.bakker@linden.example</a>
      <a href="https://linden.example/n.bakker@linden.example">page</a> {Email} <img src="https://linden.example/logo.png"></p>`;
    expect(staying(html)).toEqual([]);
  });

  test.each([
    'https://www.linkedin.com/in/4711',
    'https://nl.linkedin.com/in/nb?trk=x',
    'https://calendly.com/nb/30min',
    'https://outlook.office.com/bookwithme/user/4711',
    'https://linden.example/cards/4711.vcf',
    'https://linden.example/team/noor-van-der-bakker',
    'https://linden.example/?who=VanDerBakker',
    'https://linden.example/n%2Ebakker',
  ])('looks like one person’s own: %s', (link) => {
    expect(own(`<p>Noor <a href="${link}">x</a></p>`)).toEqual([link]);
    expect(own(`<p>Noor <img src="${link}"></p>`)).toEqual([link]);
  });

  test.each([
    'https://www.linkedin.com/company/linden',
    'https://vanderbakker.example/',
    'https://linden.example/linden-group',
  ])('looks like the company’s: %s', (link) => {
    expect(staying(`<p>Noor <a href="${link}">x</a></p>`)).toEqual([{ text: link, isOwn: false }]);
  });

  test('an address with the name of whoever it is from looks like their own, whoever that is', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);
    fc.assert(
      fc.property(name, name, fc.constantFrom('-', '.', '_', '', '%20'), (givenName, surname, joint) => {
        fc.pre(!'pasted'.includes(surname.toLowerCase()));
        const values = {
          'person.displayName': `${givenName} ${surname}`,
          'person.givenName': givenName,
          'person.surname': surname,
        };
        const link = `https://u.example/pasted/${givenName.toLowerCase()}${joint}${surname.toLowerCase()}.jpg`;
        expect(staying(`<p>x <img src="${link}"></p>`, values)).toEqual([{ text: link, isOwn: true }]);
        expect(staying(`<p>x <a href="https://u.example/0">x</a></p>`, values)).toMatchObject([{ isOwn: false }]);
      }),
    );
  });
});
