import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recogniseSignature } from './recogniseSignature.ts';

const recognise = (html: string) => {
  const values = { 'person.displayName': 'Noor Bakker', 'person.mobilePhone': '+31612345678' };
  const typeOf = (field: string) => (field.endsWith('Phone') ? ('phone' as const) : ('text' as const));
  const { design, found, unknown } = recogniseSignature(html, { values, typeOf });
  const { newMail } = design;
  return { unknown, fields: found.map(({ field }) => field), html: newMail.kind === 'html' ? newMail.html : '' };
};

const around = fc.constantFrom(
  ...[
    ['[', ']'],
    ['[[', ']]'],
    ['[ ', ' ]'],
    ['«', '»'],
    ['&lt;', '&gt;'],
    ['&lt;&lt;', '&gt;&gt;'],
    ['%', '%'],
    ['#', '#'],
    ['##', '##'],
  ],
);
const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);

describe('names of fields between signs that other words stand between as well', () => {
  test('are the field where they stand alone, in several languages', () => {
    const names = [
      ['Your Name', 'displayName'],
      ['First Name', 'givenName'],
      ['Last_Name', 'surname'],
      ['Your Job Title', 'jobTitle'],
      ['Company', 'companyName'],
      ['Voornaam', 'givenName'],
      ['Prénom', 'givenName'],
      ['Société', 'companyName'],
      ['Straße', 'streetAddress'],
      ['Correo electrónico', 'mail'],
      ['Città', 'city'],
      ['Jouw functie', 'jobTitle'],
    ] as const;
    fc.assert(
      fc.property(around, fc.constantFrom(...names), ([begin = '', end = ''], [called, field]) => {
        const name = begin.startsWith('#') ? called.replaceAll(' ', '') : called;
        const { html, ...rest } = recognise(`<p>x ${begin}${name}${end} y</p>`);
        expect(rest).toEqual({ unknown: [], fields: [`person.${field}`] });
        expect(html.replace(/\{%[^{}]*%\}/g, '')).toMatch(/^<p>x \{\{ person\.\w+ \}\} y<\/p>$/);
      }),
    );
  });

  test('are words where no field is called so, and nobody is told of them', () => {
    fc.assert(
      fc.property(around, fc.array(word, { minLength: 1, maxLength: 3 }), ([begin = '', end = ''], words) => {
        const html = `<p>x ${begin}Zz${words.join(' ')}${end} y</p>`;
        expect(recognise(html)).toEqual({ unknown: [], fields: [], html });
      }),
    );
    expect(recognise('<p>x [Manager] y #mobile #office #</p>').fields).toEqual([]);
  });

  test('are words where they say what a number or value beside them is', () => {
    const given = fc.constantFrom('+31 6 12345678', '06-12345678', '(06) 12345678', '088 123 45 67', 'Noor Bakker');
    const label = fc.constantFrom('[Mobile]', '[Phone]:', '[Name] :', '&lt;Tel&gt;', '#Fax#');
    fc.assert(
      fc.property(label, given, (before, value) => {
        expect(recognise(`<p>x</p><p>${before} ${value}</p>`).html).toContain(before);
      }),
    );
    expect(recognise('<p>[First Name] [Last Name] (they/them)<br>[Mobile] [Fax]</p>').fields).toHaveLength(4);
  });

  test.each([
    ['mailto:[Email]', '{{ person.mail | mailto }}'],
    ['mailto:%5BYour%20Email%5D?subject=x', '{{ person.mail | mailto }}?subject=x'],
    ['tel:%C2%ABMobile%C2%BB', '{{ person.mobilePhone | tel: person.country }}'],
    ['tel:%3CMobile%20phone%3E', '{{ person.mobilePhone | tel: person.country }}'],
    [
      'https://u.example/%5BCity%5D/%25State%25',
      "https://u.example/{{ person.city | url_encode | replace: '+', '%20' }}/{{ person.state | url_encode | replace: '+', '%20' }}",
    ],
    ['https://u.example/%5Bshoe%5D/%25size%25', 'https://u.example/%5Bshoe%5D/%25size%25'],
  ])('follow the person in a link too: %s', (href, liquid) => {
    expect(recognise(`<p>x <a href="${href}">y</a></p>`)).toMatchObject({
      unknown: [],
      html: expect.stringContaining(`href="${liquid}"`),
    });
  });
});
