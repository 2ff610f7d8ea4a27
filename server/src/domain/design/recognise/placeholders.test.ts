import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
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
    const around = fc.constantFrom(['{', '}'], ['{{', '}}'], ['{{ ', ' }}'], ['{/', '}'], ['{', ' (2 letters)}']);
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
