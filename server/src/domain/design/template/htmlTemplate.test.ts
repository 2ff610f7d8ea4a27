import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DesignPerson } from '../designPerson.ts';
import { samplePerson } from '../samplePerson.ts';
import { openHtmlTemplate } from './openHtmlTemplate.ts';

const fill = (
  html: string,
  values: Readonly<Record<string, string>>,
  countries: DesignPerson['countries'] = {},
): { html: string; text: string } =>
  openHtmlTemplate(html)({
    ...{ id: 'p', values, countries, groups: new Set(), units: new Set(), language: 'en', photoUrl: () => null },
    today: { date: () => '2026-12-01' },
  });

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Of sanitised HTML, in which a `<` begins a tag and nothing else. */
const tagsOf = (html: string): readonly Tag[] =>
  [...html.matchAll(/<([a-z]+)((?: [a-z]+="[^"<>]*")*)(?: \/)?>/g)].map(([, name = '', written = '']) => ({
    name,
    attributes: Object.fromEntries([...written.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  }));

describe('an expert’s HTML', () => {
  const anyWords = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom('"', "'", '<', '>', '&', ' ', '=', 'a', '/', 'שרה', '\u2068', '\u2069', '{{', '}}'),
    }),
  );

  test('has the tags and addresses that were written, whatever words stand in its attributes', () => {
    const template =
      '<p title="{{ person.jobTitle }}">{{ person.jobTitle }}</p>' +
      '<a title=\'{{ person.jobTitle }}\' href="https://good.example/">x</a>' +
      '<img src="https://u.example/a.png" alt="{{ person.jobTitle }}">';
    fc.assert(
      fc.property(anyWords, (jobTitle) => {
        const tags = tagsOf(fill(template, { 'person.jobTitle': jobTitle }).html).filter(({ name }) => name !== 'bdi');
        expect(tags.map(({ name }) => name)).toEqual(['p', 'a', 'img']);
        const [, link, picture] = tags;
        expect(link?.attributes['href']).toBe('https://good.example/');
        expect(Object.keys(picture?.attributes ?? {}).sort()).toEqual(['alt', 'src']);
        expect(picture?.attributes['alt']).not.toMatch(/<bdi>|[\u2068\u2069]/);
      }),
    );
  });

  const nameOnly = fc.constantFrom(
    '{{ v | escape }}',
    '{{ v | escape_once }}',
    '{{ v | xml_escape | raw }}',
    '{% echo v | escape %}',
    '{% capture a %}{{ v }}{% endcapture %}{{ a }}',
    '{% capture a %}{{ v | escape }}{% endcapture %}{{ a | escape }}',
    '{% capture a %}{% capture b %}{% cycle v %}{% endcapture %}{{ b }}{% endcapture %}{{ a }}',
    '{% assign a = v %}{{ a }}',
    '{% assign a = v | escape %}{% capture b %}{% liquid\necho a\n%}{% endcapture %}{% assign c = b %}{{ c }}',
  );

  test('says a value letter for letter, however often the template escapes or captures it', () => {
    const anyValue = fc.oneof(anyWords, fc.constantFrom('O’Brien', "O'Brien", 'R&D', '<b>x</b>', '&amp;', '&#39;'));
    fc.assert(
      fc.property(anyValue, nameOnly, (v, template) => {
        const values = { 'person.v': v };
        for (const [before, after] of [
          ['<p>', '</p>'],
          ['<a href="https://u.example/" title="', '">x</a>'],
        ])
          expect(fill(`${before}${template}${after}`, values)).toEqual(fill(`${before}{{ v }}${after}`, values));
      }),
    );
  });

  test.each([
    ['{% if FIELD != "" %}yes{% else %}no{% endif %}'],
    ["{% if FIELD == '' %}no{% else %}yes{% endif %}"],
    ['{% unless FIELD == empty or FIELD == blank %}yes{% else %}no{% endunless %}'],
    ['{% if FIELD != nil and FIELD != blank %}yes{% else %}no{% endif %}'],
    ['{% if FIELD != empty and FIELD %}yes{% else %}no{% endif %}'],
    ['{% case FIELD %}{% when "" %}no{% else %}yes{% endcase %}'],
    ['{% case FIELD %}{% when "y", empty %}no{% when "x" %}yes{% endcase %}'],
    ['{% case FIELD %}{% when "y" or nil %}no{% else %}yes{% endcase %}'],
    ['{% case "" %}{% when FIELD %}no{% else %}yes{% endcase %}'],
  ])('asks in any way whether a field is blank: %s', (condition) => {
    for (const field of ['mobilePhone', 'person.country', 'manager.mail', 'person.custom.page']) {
      const path = field.includes('.') ? field : `person.${field}`;
      const html = `<p>${condition.replaceAll('FIELD', field)}</p>`;
      expect(fill(html, {}, { person: 'UK' }).text).toBe('no');
      expect(fill(html, { [path]: '' }, { person: 'UK' }).text).toBe('no');
      expect(fill(html, { [path]: 'x' }).text).toBe('yes');
    }
  });

  test('compares what was captured as it was written, and shows captured markup as words', () => {
    const captured = "{% capture d %}{{ department }}{% endcapture %}{% if d == 'R&D' %}yes{% else %}no{% endif %}";
    expect(fill(captured, { 'person.department': 'R&D' }).text).toBe('yes');
    expect(fill('{% capture a %}<b>x</b>{% endcapture %}<p>{{ a }}</p>', {}).html).toBe('<p>&lt;b&gt;x&lt;/b&gt;</p>');
  });

  test('lets no words out of a capture but escaped, whatever is made of it', () => {
    const uses = fc.constantFrom(
      '{{ a }}',
      '{{ a | append: a | prepend: v }}',
      '{{ a | replace: "x", v }}',
      '{{ "x" | replace: "x", a }}',
      '{{ a | split: "" | join: "" }}',
      '{{ a | split: " " }}',
      '{{ a | raw }}',
      '{{ a | default: v | escape_once | raw }}',
      '{% for each in a %}{{ each }}{% endfor %}',
      '{% assign parts = a | split: " " %}{% for each in parts %}{{ each }}{% endfor %}',
      '{% capture b %}{{ a }}{{ v | raw }}{% endcapture %}{{ b }}',
      '{% capture b %}{% for each in (1..2) %}{{ a }}{% break %}{% endfor %}{% endcapture %}{{ b }}{{ v }}',
      '{% assign b = a | upcase %}{{ b }}{% cycle a, v %}{% echo a %}',
      '{% case a %}{% when v %}{{ a }}{% else %}{{ v }}{% endcase %}',
      '{% tablerow each in a %}{{ each }}{% endtablerow %}',
      '{% increment a %}{% decrement a %}{{ a }}',
    );
    const markup = fc.constantFrom('', '<b>', '<a title="');
    fc.assert(
      fc.property(anyWords, uses, markup, (v, use, begin) => {
        const template = `{% capture a %}${begin}{{ v }}{% endcapture %}<p>${use}</p><img src="https://u.example/a.png" alt="${use.startsWith('{{') ? use : ''}">`;
        const names = tagsOf(fill(template, { 'person.v': v }).html).map(({ name }) => name);
        expect(names.filter((name) => name !== 'bdi')).toEqual(['p', 'img']);
      }),
    );
  });

  test('keeps what is written from right to left by itself in a text, and plain in an attribute', () => {
    const name = { 'person.displayName': 'שרה כהן' };
    const template =
      '<p>{{ person.displayName }} it’s</p><img src="https://u.example/a.png" alt="{{ person.displayName }}">';
    expect(fill(template, name)).toEqual({
      html: '<p><bdi>שרה כהן</bdi> it’s</p><img src="https://u.example/a.png" alt="שרה כהן" />',
      text: '\u2068שרה כהן\u2069 it’s',
    });
  });

  test.each([
    '<style>.m{DISPLAY:none}</style><div class="m">HIDDEN</div>',
    '<style>.m{display:none !important}</style><div class="m" style="display:block">HIDDEN</div>',
    '<style>@media (prefers-color-scheme:dark){.m{display:block !important}}</style><p style="display:none;mso-hide:all">HIDDEN</p>',
    '<div style="display:none;max-height:0;overflow:hidden">HIDDEN &zwnj;</div>',
    '{% if person.jobTitle %}<span style="visibility:hidden">HIDDEN {{ person.jobTitle }}</span>{% endif %}',
  ])('says nowhere what it hides: %s', (html) => {
    const { html: filled, text } = fill(`<p>{{ person.jobTitle }}</p>${html}`, { 'person.jobTitle': 'Cook' });
    expect([filled, text]).toEqual(['<p>Cook</p>', 'Cook']);
  });

  test('has headings, items and other blocks of documents on lines of their own', () => {
    const name = fc.constantFrom(
      'h1',
      'h6',
      'li',
      'dt',
      'dd',
      'section',
      'blockquote',
      'center',
      'address',
      'p',
      'div',
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 5 }), (names) => {
        const html = names.map((each, at) => `<${each}>Line ${String(at)}</${each}>`).join('');
        expect(fill(html, {}).text.split(/\n+/)).toEqual(names.map((_each, at) => `Line ${String(at)}`));
      }),
    );
    expect(fill('<h2 style="color:red">Jan</h2>', {}).html).toBe(
      '<div style="font-size:1.5em;font-weight:bold;margin:.83em 0;color:red">Jan</div>',
    );
  });

  test('has no two empty lines on end in plain text, whatever blanks stand in a paragraph', () => {
    expect(fill('<p>Jan</p><p>&nbsp;</p><p> &nbsp;\t</p><p>Cook</p>', {}).text).toBe('Jan\n\nCook');
  });

  test('has cells beside each other in plain text, and those of several lines below', () => {
    const table = '<table><tr><td>Jan</td><td>T</td><td>+31</td></tr><tr><td>b<br>c</td><td>d</td></tr></table>';
    expect(fill(table, {}).text).toBe('Jan T +31\nb\nc\nd');
    const word =
      '<table><tr><td><p>T</p></td><td><p><b>+31</b></p></td></tr><tr><td><div>M</div></td><td>6</td></tr></table>';
    expect(fill(word, {}).text).toBe('T +31\nM 6');
  });

  test.each([
    ['<div><b>Jan</b><br></div><div>Cook<span><br></span></div><div><br></div><div>+31</div>', 'Jan\nCook\n\n+31'],
    ['<p style="margin:0cm;margin-bottom:.0001pt">Jan</p><p style="margin:0">Cook</p>', 'Jan\nCook'],
    ['<p style="margin-top:0;margin-bottom:0">Jan</p><p style="margin:0 0 8px">Cook</p><p>+31</p>', 'Jan\nCook\n\n+31'],
    ['<p>Jan</p><p style="margin:0 auto">Cook</p>', 'Jan\n\nCook'],
    ['<p>Open</p><ul><li>Mon</li><li>Tue</li></ul><ol start="3"><li>A</li></ol>', 'Open\n\n• Mon\n• Tue\n 3. A'],
  ])('has as many empty lines in plain text as people see: %s', (html, text) => {
    expect(fill(html, {}).text).toBe(text);
  });

  test('reads phones and addresses by a country that it does not show', () => {
    const template =
      '<p>{{ person.businessPhone | phone: person.country }}, {{ person.businessPhone | tel: person.country }}, ' +
      '{{ "8 Blossom St" | address: "M4 5BF", "Manchester", "", person.country }}, ' +
      '{% if person.country %}in {{ person.country }}{% else %}nowhere{% endif %}' +
      '{{ person.country.read }}{{ person.country | upcase }}</p>';
    const phone = { 'person.businessPhone': '020 7946 0018' };
    const read = '+44 20 7946 0018, tel:+442079460018, 8 Blossom St, Manchester, M4 5BF';
    expect(fill(template, phone, { person: 'UK' }).text).toBe(`${read}, nowhere`);
    expect(fill(template, { ...phone, 'person.country': 'Europe' }, { person: 'UK' }).text).toBe(
      `${read}, in EuropeEUROPE`,
    );
    expect(fill(template, { ...phone, 'person.country': 'UK' }, { person: 'UK' }).text).toBe(`${read}, in UKUK`);
  });
});

test.each([
  ['tr-tr', 'Emine Işık', 'EMİNE IŞIK', 'emine ışık', 'Emine ışık'],
  ['el', 'Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ', 'παπαδόπουλος', 'Παπαδόπουλος'],
  ['de', 'Großmann', 'GROSSMANN', 'großmann', 'Großmann'],
  ['no language', 'Ian', 'IAN', 'ian', 'Ian'],
])('has capitals and small letters of the language %s', (language, name, ...expected) => {
  const html = '<p>{{ displayName | upcase }}|{{ displayName | downcase }}|{{ displayName | capitalize }}</p>';
  const person = { ...samplePerson({ date: () => '2026-12-01' }), values: { 'person.displayName': name }, language };
  expect(openHtmlTemplate(html)(person).text).toBe(expected.join('|'));
});
