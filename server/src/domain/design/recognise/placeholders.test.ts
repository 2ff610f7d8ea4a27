import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smartFields } from '../../fields/smartFields.ts';
import { pathOf } from '../../fields/paths/pathOf.ts';
import { recogniseSignature } from './recogniseSignature.ts';

const recognise = (html: string) => {
  const { design, found, unknown } = recogniseSignature(html, { values: {}, typeOf: () => 'text' });
  const { newMail } = design;
  return { unknown, fields: found.map(({ field }) => field), html: newMail.kind === 'html' ? newMail.html : '' };
};

describe('placeholders of other products', () => {
  test.each([
    ['{Zip/Postal Code}', 'person.postalCode'],
    ['{Country/Region}', 'person.country'],
    ['{State/Province}', 'person.state'],
    ['{{state / province}}', 'person.state'],
  ])('%s is %s', (written, field) => {
    expect(recognise(`<p>x ${written}</p>`)).toEqual({
      unknown: [],
      fields: [field],
      html: expect.stringContaining(`{{ ${field} }}`),
    });
  });

  test('are a field or told as unknown, whatever stands between their words, and leave no brace otherwise', () => {
    const known = fc.constantFrom(
      'First Name',
      'Zip Postal Code',
      'State Province',
      'Country Region',
      'Job Title',
      'E mail',
    );
    const word = fc.stringMatching(/^[A-SU-Z][a-su-z]{0,7}$/);
    const unheard = fc.array(word, { minLength: 1, maxLength: 4 });
    const joint = fc.constantFrom(' ', '/', '-', '_', ' / ', '');
    const around = fc.constantFrom(
      ['{', '}'],
      ['{{', '}}'],
      ['{{ ', ' }}'],
      ['{{{', '}}}'],
      ['{/', '}'],
      ['{', ' (2 letters)}'],
      ['{{ ', ' | upcase }}'],
      ['{{', "|default:'x | y'}}"],
      ['%%', '%%'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          known.map((name) => name.split(' ')),
          unheard,
        ),
        joint,
        around,
        (words, sign, [begin, end]) => {
          const written = `${begin ?? ''}${words.join(sign)}${end ?? ''}`;
          const { fields, unknown, html } = recognise(`<p>x ${written}</p>`);
          if (fields.length === 0) expect(unknown).toEqual([written]);
          else
            expect([fields.length, unknown, html.replace(/\{\{ [\w.]+ \}\}|\{% [^{}]* %\}/g, '')]).toEqual([
              1,
              [],
              '<p>x </p>',
            ]);
        },
      ),
    );
  });

  test.each([
    ...['City', 'Company', 'CountryOrRegion', 'Department', 'DisplayName', 'Fax', 'FirstName', 'LastName', 'Manager'],
    ...[
      'MobilePhone',
      'Office',
      'Phone',
      'PostalCode',
      'StateOrProvince',
      'StreetAddress',
      'Title',
      'UserPrincipalName',
    ],
    ...['WindowsEmailAddress', 'Email', 'PhoneNumber', 'MobileNumber'],
  ])('of Exchange become fields: %%%%%s%%%%', (token) => {
    const { unknown, fields, html } = recognise(`<p>x %%${token}%%</p>`);
    expect([unknown, fields.length]).toEqual([[], 1]);
    expect(html).not.toContain('%%');
    expect(fields[0]).toMatch(token === 'Manager' ? 'manager.displayName' : /^person\./);
  });

  test.each([
    'Telephone Number',
    'Office phone',
    'sn',
    'Province',
    'Voornaam',
    'Functie',
    'Abteilung',
    'Straße',
    'PLZ',
  ])('are known as directories, and people in Dutch and German, call them: {%s}', (name) => {
    const { unknown, html } = recognise(`<p>x {${name}} \${${name}}</p>`);
    expect([unknown, html.replace(/\{\{[^{}]*\}\}|\{%[^{}]*%\}/g, '')]).toEqual([[], '<p>x  </p>']);
  });

  test.each(['HomePhone', 'Initials', 'Notes', 'Pager', 'PostOfficeBox', 'CustomAttribute1'])(
    'of Exchange that mean nothing here are told: %%%%%s%%%%',
    (token) => {
      const html = `<p>x %%${token}%% <a href="tel:%%${token}%%">y</a> <a href="https://u.example/%25%25${token}%25%25">z</a></p>`;
      expect(recognise(html)).toMatchObject({ unknown: [`%%${token}%%`], fields: [] });
    },
  );

  test.each([
    ['mailto:%%Email%%', '{{ person.mail | mailto }}'],
    ['mailto:%25%25Email%25%25?subject=x', '{{ person.mail | mailto }}?subject=x'],
    ['tel:%%MobilePhone%%', '{{ person.mobilePhone | tel: person.country }}'],
    ['tel:{{ person.mobilePhone }}', '{{ person.mobilePhone | tel: person.country }}'],
    ['mailto:%7B%7B%20person.mail%20%7C%20downcase%20%7D%7D', '{{ person.mail | mailto }}'],
    ['https://u.example/%25%25City%25%25', "https://u.example/{{ person.city | url_encode | replace: '+', '%20' }}"],
    ['https://u.example/{First%20Name}', "https://u.example/{{ person.givenName | url_encode | replace: '+', '%20' }}"],
    ['https://u.example/{a%26b}%25%2525', 'https://u.example/&#123;a%26b&#125;%25%2525'],
  ])('in a link follow the person: %s', (href, liquid) => {
    expect(recognise(`<p>x <a href="${href}">y</a></p>`).html).toContain(`href="${liquid}"`);
  });

  test('that are fields of our own already stay what they are, with a filter too', () => {
    const own = smartFields.map(({ key }) => pathOf(key)).filter((path) => path.startsWith('person.'));
    const path = fc.oneof(
      fc.constantFrom(...own, 'person.address', 'manager.displayName', 'manager.phone'),
      fc.constantFrom(...own).map((each) => each.replace('person', 'mailbox')),
    );
    const filter = fc.constantFrom('', ' ', ' | phone: person.country ', '|upcase', " | default: 'a' | upcase ");
    fc.assert(
      fc.property(path, filter, fc.constantFrom('', ' '), (field, rest, space) => {
        const html = `<p>x {{${space}${field}${rest}}}</p>`;
        expect(recognise(html)).toMatchObject({ unknown: [], fields: [field] });
        expect(recognise(html).html).toContain(`{{ ${field} }}`);
      }),
    );
    expect(recognise('<p>x {{ person.streetAddress | address: person.postalCode }}</p>').fields).toEqual([
      'person.address',
    ]);
    expect(recognise('<p>x {{ person.shoeSize }} {{ manager.city | upcase }}</p>').unknown).toEqual([
      '{{ person.shoeSize }}',
      '{{ manager.city | upcase }}',
    ]);
  });

  test('that are fields of a tenant’s own are known where the tenant has them', () => {
    const extension = `person.extension_${'0a'.repeat(16)}_${'long'.repeat(20)}`;
    const known = { values: {}, typeOf: () => 'text' as const, fields: ['person.custom.pronouns', extension] };
    const { found, unknown } = recogniseSignature(
      `<p>{{ person.custom.pronouns }} {{ person.custom.x }} {{${extension}|upcase}}</p>`,
      known,
    );
    expect([found.map(({ field }) => field), unknown]).toEqual([
      ['person.custom.pronouns', extension],
      ['{{ person.custom.x }}'],
    ]);
  });

  test('that say when something is shown are told, since nobody says it here, and what they are about is found', () => {
    const word = fc.constantFrom(
      'if phone',
      'if person.city == "x"',
      'unless a',
      'assign x = 1 | plus: 2',
      'endif',
      '- if a -',
    );
    const program = fc.oneof(
      word.map((words) => `{% ${words} %}`),
      word.map((words) => `{{#${words}}}`),
      fc.constantFrom('{{/if}}', '{{else}}', '{{^fax}}', '{{~#if x}}', '{%endif%}'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(program, { minLength: 1, maxLength: 5 }), (all) => {
        const { unknown, fields } = recognise(`<p>x ${all.join(' {{ phone }} ')}</p>`);
        expect(unknown).toEqual(all);
        expect(fields).toEqual(all.length > 1 ? ['person.businessPhone'] : []);
      }),
    );
  });

  test('that only say what goes with a blank field are gone, in words and in what is said of a picture', () => {
    const { html, unknown } = recognise(
      '<p>x<br>{rt}M: {Mobile}{/rt}</p><p>{RT}{Fax}{/RT}</p><img src="https://u.example/a.png" alt="{rt}{City}{/rt}">',
    );
    expect(unknown).toEqual([]);
    expect(html).not.toMatch(/rt\}|&#123;/i);
    expect(html).toContain('{% if person.mobilePhone %}M: {{ person.mobilePhone }}{% endif %}');
  });

  test('are not the braces of style sheets, of data or of programs', () => {
    const braces = ['{"city": "x"}', '{city: 1, b: 2}', '{}', '{ }', 'f(){return x;}', '{1}', '{(a)}', '{a,b}'];
    for (const text of braces) {
      const { fields, unknown } = recognise(`<style>.a{color:red} p{margin:0}</style><p class="a">x ${text}</p>`);
      expect([text, fields, unknown]).toEqual([text, [], []]);
    }
  });
});
