import { expect, test } from '@jest/globals';
import { isThorough } from '../../../../tests/support/isThorough.ts';
import fc from 'fast-check';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { openDesign } from '../openDesign.ts';
import { recogniseSignature } from './recogniseSignature.ts';

const ada = {
  'person.displayName': 'Ada Byron',
  'person.jobTitle': 'Analyst',
  'person.city': 'London',
  'person.country': 'NL',
  'person.mail': 'ada@u.example',
  'person.businessPhone': '+31 20 123 4567',
  'person.mobilePhone': '+31 6 12345678',
};
const typeOf: DesignContext['typeOf'] = (field) =>
  /Phone$/.test(field) ? 'phone' : field.endsWith('.mail') ? 'email' : 'text';
const context: DesignContext = { image: () => null, logo: null, iconUrl: () => '', typeOf };
const renderedFor = (html: string, values: Readonly<Record<string, string>>) => {
  const person: DesignPerson = {
    ...{ id: 'p', values, groups: new Set(), units: new Set(), language: 'en', photoUrl: () => null },
    today: { date: () => '2026-12-01' },
  };
  return openDesign(recogniseSignature(html, { values: ada, typeOf }).design, context)('newMail', person);
};
const textFor = (html: string, values: Readonly<Record<string, string>>): string => renderedFor(html, values).text;

/** Lines of a signature, each with a label of its own and the field it is about. */
const lines = [
  ['N ', 'Ada Byron', 'person.displayName'],
  ['Job ', 'Analyst', 'person.jobTitle'],
  ['Seat ', 'London', 'person.city'],
  ['T ', '020 123 45 67', 'person.businessPhone'],
  ['M ', '06-12345678', 'person.mobilePhone'],
  ['E ', '<a href="mailto:ada@u.example">ada@<b>u.example</b></a>', 'person.mail'],
] as const;

const layouts = {
  paragraphs: (parts: readonly string[]) => parts.map((part) => `<p>${part}</p>`).join(''),
  'divisions in one': (parts: readonly string[]) => `<div>${parts.map((part) => `<div>${part}</div>`).join('')}</div>`,
  breaks: (parts: readonly string[]) => `<p><span>${parts.join('<br>')}</span></p>`,
  'breaks without anything around them': (parts: readonly string[]) => `<i></i>${parts.join('<br />')}`,
  'items of a list': (parts: readonly string[]) => `<ul>${parts.map((part) => `<li>${part}</li>`).join('')}</ul>`,
  'rows of a table': (parts: readonly string[]) =>
    `<table>${parts.map((part) => `<tr><td><p>${part.replace(' ', ' </p></td><td><p>')}</p></td></tr>`).join('')}</table>`,
};

test.each(Object.entries(layouts))(
  'a line of %s whose field is blank leaves nothing of itself for somebody else',
  (_name, layout) => {
    const html = layout(lines.map(([label, value]) => `${label}${value}`));
    fc.assert(
      fc.property(fc.subarray(lines.slice(1)), (blank) => {
        const gone = blank.map(([, , field]) => field as string);
        const text = textFor(html, Object.fromEntries(Object.entries(ada).filter(([field]) => !gone.includes(field))));
        for (const [label, , field] of lines)
          expect([label, text.replace(/\s/g, ' ').includes(label)]).toEqual([label, !gone.includes(field)]);
        expect(text).not.toMatch(/\n\s*\n\s*\n/);
        expect(text.split(/\n+/)).toHaveLength(lines.length - gone.length);
      }),
      { numRuns: isThorough ? 60 : 15 },
    );
  },
);

test('a row with a picture, and words without a field, stay for everybody', () => {
  const html =
    '<table><tr><td><img src="https://u.example/logo.png"></td><td>Analyst</td></tr></table><p>We move in May.<br>London</p>';
  const { newMail } = recogniseSignature(html, { values: ada, typeOf }).design;
  expect(newMail).toMatchObject({
    html: expect.stringContaining('<tr><td><img src="https://u.example/logo.png" /></td>'),
  });
  expect(textFor(html, { 'person.displayName': 'Bob' })).toBe('We move in May.');
});

/** Formatting as Word and mail editors put it: around anything, and without regard to what belongs together. */
const formatted = (pieces: readonly string[]): fc.Arbitrary<string> => {
  const tag = fc.constantFrom('', 'b', 'span', 'i');
  const wrap = (name: string, html: string): string => (name === '' ? html : `<${name}>${html}</${name}>`);
  const cuts = fc.subarray(pieces.map((_, at) => at).slice(1));
  return fc
    .record({ tags: fc.array(tag, { minLength: pieces.length, maxLength: pieces.length }), cuts, around: tag })
    .map(({ tags, cuts, around }) => {
      const inner = pieces.map((piece, at) => wrap(tags[at] ?? '', piece));
      const groups = [0, ...cuts].map((from, at) => inner.slice(from, cuts[at]).join(''));
      return groups.map((group) => wrap(around, group)).join('');
    });
};

test.each([
  ' | ',
  '\u00a0 ',
  ' \u00a0\u00a0 ',
  ' \u00a0~\u00a0 ',
  ',\u00a0\u00a0',
  ' · ',
  ', ',
  ' - ',
  ' ▪ ',
  '●',
  ' ｜ ',
  ' || ',
  ' // ',
  ' ~ ',
  ' & ',
  ' + ',
  '; ',
])('in one line %j stands only between two things that are shown', (sign) => {
  const parts = ['Analyst', 'Seat London', 'T 020 123 45 67', 'M 06-12345678'];
  const of = ['jobTitle', 'city', 'businessPhone', 'mobilePhone'];
  const line = formatted(parts.flatMap((part, at) => (at === 0 ? [part] : [sign, part])));
  fc.assert(
    fc.property(fc.subarray(of), line, (has, html) => {
      const known = Object.entries(ada).filter(
        ([field]) => field === 'person.country' || has.includes(field.slice('person.'.length)),
      );
      const shown = ['Analyst', 'Seat London', 'T +31 20 123 4567', 'M +31 6 12345678'];
      expect(textFor(`<p>${html}</p>`, Object.fromEntries(known))).toBe(
        shown.filter((_, at) => has.includes(of[at] ?? '')).join(sign),
      );
    }),
    { numRuns: isThorough ? 100 : 25 },
  );
});

test('room between a label and its number parts no two things, nor does that before words for everybody', () => {
  const line = '<p>T:&nbsp; 020 123 45 67 &nbsp; (office) | M:&nbsp; 06-12345678</p>';
  expect(textFor(line, ada)).toBe('T:\u00a0 +31 20 123 4567 \u00a0 (office) | M:\u00a0 +31 6 12345678');
  expect(textFor(line, { ...ada, 'person.businessPhone': '' })).toBe('M:\u00a0 +31 6 12345678');
  expect(textFor('T 020 123 45 67  M 06-12345678\tE ada@u.example', { 'person.mail': 'x@u.example' })).toBe(
    'E x@u.example',
  );
});

test.each([
  'T 020 123 45 67 M 06-12345678 E ada@u.example',
  '<b>T</b> 020 123 45 67 <b>M:</b> 06-12345678 <b>E</b> <a href="mailto:ada@u.example">ada@u.example</a>',
  '<span><i>Tel.</i> 020 123 45 67 <i>Mob.</i> 06-12345678 <i>E-mail</i> ada@u.example</span>',
])('a label between two fields goes with the one behind it: %s', (line) => {
  const all = line
    .replace(/<[^>]*>/g, '')
    .replace('020 123 45 67', '+31 20 123 4567')
    .replace('06-1', '+31 6 1');
  const [phone = '', mobile = '', mail = ''] = all.split(/ (?=M|E)/);
  const fields = { businessPhone: phone, mobilePhone: mobile, mail };
  fc.assert(
    fc.property(fc.subarray(Object.keys(fields)), (has) => {
      const known = Object.entries(ada).filter(
        ([field]) => field === 'person.country' || has.includes(field.slice('person.'.length)),
      );
      const shown = Object.entries(fields).flatMap(([field, words]) => (has.includes(field) ? [words] : []));
      expect(textFor(`<p>${line}</p>`, Object.fromEntries(known))).toBe(shown.join(' '));
    }),
  );
});

test('the label beside several lines about blank fields goes with them', () => {
  const row = '<tr><td><b>Reach me</b></td><td>London<br>020 123 45 67</td></tr>';
  expect(textFor(`<p>Ada Byron</p><table>${row}</table>`, { 'person.displayName': 'Bob' })).toBe('Bob');
});

test('signs that HTML has to escape part nothing from the field beside them', () => {
  const words = fc.array(fc.constantFrom('{shoe}', '<x>', 'Q&A', '"x"', '}', '>', 'R&D>', '&#39;'), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(words, words, fc.boolean(), (before, after, isBlank) => {
      const written = [...before, 'Analyst', ...after].join(' ');
      const escaped = written.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const shown = textFor(`Open 9-17<br>${escaped}`, isBlank ? {} : { 'person.jobTitle': 'Cook' });
      expect(shown).toBe(isBlank ? 'Open 9-17' : `Open 9-17\n${written.replace('Analyst', 'Cook')}`);
    }),
  );
});

test('words that stand there for everybody keep what parts them', () => {
  expect(textFor('<p>Open | 9-17, Monday | Analyst | London</p>', { 'person.jobTitle': 'Cook' })).toBe(
    'Open | 9-17, Monday | Cook',
  );
});

test.each([
  ['Ada Byron (Analyst)', 'Ada Byron'],
  ['<b>Ada Byron</b> (<i>Analyst</i>) · London', 'Ada Byron · London'],
  ['<span>Ada Byron (<b>Analyst</b>)</span>', 'Ada Byron'],
  ['<span>Ada Byron [Analyst, London]</span>', 'Ada Byron [London]'],
  ['<span>Ada Byron (London | Analyst)</span>', 'Ada Byron (London)'],
  ['Ada Byron (she/her), (Analyst), London', 'Ada Byron (she/her), London'],
  ['Ada Byron (as <b>Analyst</b> since 2020), London', 'Ada Byron, London'],
  ['Ada Byron (London (Analyst))', 'Ada Byron (London)'],
  ['Ada Byron (Analyst', 'Ada Byron ('],
  ['Ada Byron (Analyst]', 'Ada Byron (]'],
  ['Ada Byron :-) Analyst (', 'Ada Byron :-) ('],
])('brackets about a blank field leave no trace: %s', (html, expected) => {
  const { 'person.jobTitle': title, ...others } = ada;
  expect(textFor(`<p>${html}</p>`, { ...others, 'person.jobTitle': title }).replace(/\s+/g, ' ')).toBe(
    html.replace(/<[^>]*>/g, ''),
  );
  expect(textFor(`<p>${html}</p>`, others)).toBe(expected);
});

test('brackets may stand in as many others as they like', () => {
  const deep = `${'('.repeat(4000)}Analyst${')'.repeat(4000)}`;
  const { 'person.jobTitle': title, ...others } = ada;
  expect(textFor(`<p>Ada Byron ${deep}</p>`, { ...others, 'person.jobTitle': title })).toBe(`Ada Byron ${deep}`);
});

test.each([
  ['breaks', 'T 020 123 45 67<br>Linden Ltd<br>12345'],
  ['paragraphs', '<p>T 020 123 45 67</p><p>Linden Ltd</p><p>12345</p>'],
  [
    'a table of its own',
    '<table><tr><td>T 020 123 45 67</td></tr><tr><td>Linden Ltd</td></tr><tr><td>12345</td></tr></table>',
  ],
])('what is there for everybody stays in a cell with %s when a field in it is blank', (_name, cell) => {
  const without = { ...ada, 'person.businessPhone': '' };
  const text = textFor(`<p>Ada Byron</p><table><tr><td>${cell}</td></tr></table>`, without);
  expect(text.split(/\n+/)).toEqual(['Ada Byron', 'Linden Ltd', '12345']);
});

test('a link for everybody stays beside a field that is blank', () => {
  const row = '<tr><td>020 123 45 67</td><td><a href="https://linden.example/">Linden</a></td></tr>';
  expect(textFor(`<p>Ada Byron</p><table>${row}</table>`, { 'person.displayName': 'Bob' })).toBe('Bob\n\nLinden');
});

/** Around lines about fields: with room, lines and icons of their own, of which nothing may be left. */
const boxes: readonly ((inside: string) => string)[] = [
  (inside) => `<div style="border-top:1px solid red;padding:8px">${inside}</div>`,
  (inside) =>
    `<table style="border:1px solid red"><tbody><tr><td style="padding:8px">${inside}</td></tr></tbody></table>`,
  (inside) =>
    `<table><tr><td><img src="https://u.example/i.png" width="16"></td><td><div>${inside}</div></td></tr></table>`,
  (inside) =>
    `<table><tr><td><span><img src="https://u.example/i.png" style="width: 13px"></span></td><td>${inside}</td></tr></table>`,
  (inside) => `<div><p>&nbsp;</p>${inside}</div>`,
];
const held = [
  '<p>T 020 123 45 67</p><p>M 06-12345678</p>',
  '<p style="margin:8px">T 020 123 45 67<br>M 06-12345678</p>',
  '<table><tr><td>T</td><td>020 123 45 67</td></tr></table>',
  '<a href="tel:020 123 45 67"><img src="https://u.example/call.png"></a>',
];

test('what holds nothing but blank fields leaves no box, table, icon or room', () => {
  const around = fc.array(fc.constantFrom(...boxes), { maxLength: 3 });
  fc.assert(
    fc.property(around, fc.constantFrom(...held), (all, inside) => {
      const html = all.reduce((within, box) => box(within), inside);
      expect(renderedFor(`<p>Ada Byron</p>${html}`, { 'person.displayName': 'Bob' }).html).toBe('<p>Bob</p>');
      const shown = renderedFor(`<p>Ada Byron</p>${html}`, ada).html;
      expect(shown.match(/<(?:div|table|img|td|p)/g)).toEqual(`<p>${html}`.match(/<(?:div|table|img|td|p)/g));
      const fixed = renderedFor(`<p>Ada Byron</p>${all.reduce((within, box) => box(within), `${inside}<p>Open</p>`)}`, {
        'person.displayName': 'Bob',
      });
      expect(fixed.text.split(/\s+/)).toEqual(['Bob', 'Open']);
    }),
    { numRuns: isThorough ? 60 : 15 },
  );
});

test.each([
  ['<td><img src="https://u.example/logo.png" width="120"></td>', ''],
  ['<td><a href="https://u.example/"><img src="https://u.example/x.png" width="24"></a></td>', ''],
  ['<td>Linden<br>Ltd</td>', 'Linden\nLtd'],
])('what stands for everybody beside a blank field stays, and a label does not: %s', (cell, text) => {
  const { html, text: said } = renderedFor(`<p>Ada Byron</p><table><tr>${cell}<td>T 020 123 45 67</td></tr></table>`, {
    'person.displayName': 'Bob',
  });
  expect(html).toContain(cell.slice(0, 10));
  expect([html.includes('T '), said]).toEqual([false, `Bob${text === '' ? '' : '\n\n'}${text}`]);
});
