import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import type { Block, Column, Composition, Part, Row } from '../composition.ts';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { renderComposition } from './renderComposition.ts';

const context: DesignContext = {
  image: (id) => (id === 'gone' ? null : { url: `https://u.example/images/t/${id}`, width: 200, height: 100 }),
  logo: 'logo',
  iconUrl: ({ network, color, pixels }) =>
    `https://u.example/images/icons/${network}-${color.slice(1)}-${String(pixels)}.png`,
  typeOf: (field) => {
    if (/phone$/i.test(field)) return 'phone';
    return /mail$/i.test(field) ? 'email' : 'text';
  },
};

const personWith = (values: Record<string, string>, other: Partial<DesignPerson> = {}): DesignPerson => ({
  id: 'p',
  values,
  groups: new Set(),
  units: new Set(),
  language: 'en',
  today: { date: () => '2026-12-01' },
  photoUrl: ({ of, shape, pixels }) => (of === 'person' ? `https://u.example/p/${shape}-${String(pixels)}` : null),
  ...other,
});

let count = 0;
const id = (): string => `b${String((count += 1))}`;
const field = (name: string, link: 'auto' | 'none' = 'auto'): Part => ({
  kind: 'field',
  field: `person.${name}`,
  link,
});
const label = (text: string): Part => ({ kind: 'label', text: { default: text } });
const separator = (text: string): Part => ({ kind: 'separator', text });
const line = (...parts: readonly Part[]): Block => ({ id: id(), kind: 'text', condition: null, parts, style: {} });
const divider: Block = {
  id: 'd',
  kind: 'divider',
  condition: null,
  color: '#cccccc',
  thickness: 1,
  width: null,
};
const column = (...blocks: readonly Block[]): Column => ({
  id: id(),
  width: null,
  align: 'left',
  verticalAlign: 'top',
  padding: 12,
  border: null,
  blocks,
});
const row = (...columns: readonly Column[]): Row => ({ id: id(), columns, gap: 4, condition: null });
const composition = (...rows: readonly Row[]): Composition => ({
  base: { fontFamily: 'Segoe UI, Arial, sans-serif', fontSize: 13, lineHeight: 18, color: '#444444' },
  width: 600,
  direction: 'ltr',
  rows,
});
const render = (design: Composition, person: DesignPerson) =>
  renderComposition(design, person, { context, fillHtml: () => ({ html: '', text: '', ghosts: [] }) });

const contact = composition(
  row(column(line(field('displayName')))),
  row(column(line(field('jobTitle'), separator(' | '), field('department')))),
  row(column(divider)),
  row(column(line(label('T '), field('phone'), separator(' · '), label('M '), field('mobilePhone')))),
);

describe('a composition for one person', () => {
  test('shows what is there, linked where it is certain', () => {
    const person = personWith({
      'person.displayName': 'Ada Byron',
      'person.jobTitle': 'Analyst',
      'person.department': 'R&D',
      'person.phone': '+31 20 123 4567',
    });
    const { html, text } = render(contact, person);
    expect(text).toBe('Ada Byron\nAnalyst | R&D\nT +31 20 123 4567');
    expect(html).toContain('href="tel:+31201234567"');
    expect(html).toContain('R&amp;D');
  });

  test('links the first of two numbers in one field and leaves the second beside it', () => {
    const { html, text } = render(
      contact,
      personWith({ 'person.phone': '030 123 45 67 / 89', 'person.country': 'NL' }),
    );
    expect(html).toMatch(/<a href="tel:\+31301234567"[^>]*>030 123 45 67<\/a> \/ 89/);
    expect(text).toBe('T 030 123 45 67 / 89');
  });

  test('leaves no separator, label or line of what is blank', () => {
    const person = personWith({ 'person.displayName': 'Ada', 'person.department': 'R&D', 'person.phone': '\u200b' });
    const { html, text, ghosts } = render(contact, person);
    expect(text).toBe('Ada\nR&D');
    expect(html).not.toMatch(/ \| |·|>T |bgcolor/);
    expect(ghosts.at(-1)).toMatchObject({ reason: 'blank' });
    expect(ghosts.flatMap(({ fields }) => fields)).toEqual(['person.phone', 'person.mobilePhone']);
  });

  test('is nothing at all for somebody of whom nothing is known', () => {
    expect(render(contact, personWith({}))).toMatchObject({ html: '', text: '' });
  });

  test('keeps room on both sides of the line between two columns, and draws none where one of them is gone', () => {
    const design = composition(
      row(column(line(field('displayName'))), {
        ...column(line(field('jobTitle'))),
        border: { color: '#000000', thickness: 2 },
      }),
    );
    const both = render(design, personWith({ 'person.displayName': 'Ada', 'person.jobTitle': 'Analyst' })).html;
    expect(both).toContain('padding:4px 12px 4px 0"');
    expect(both).toContain('padding:4px 0 4px 12px;border-left:2px solid #000000');
    expect(render(design, personWith({ 'person.jobTitle': 'Analyst' })).html).not.toContain('border-left');
  });

  test('is as wide as it was made, and a line is as high as its largest letters want', () => {
    const design = composition(row(column({ ...line(field('displayName')), style: { fontSize: 26 } } as Block)));
    const { html } = render(design, personWith({ 'person.displayName': 'Ada' }));
    expect(html).toContain('<td width="600" style="width:600px;');
    expect(html).toContain('font-size:26px;line-height:36px;mso-line-height-rule:exactly');
  });

  test('a column with nothing to show leaves neither its room nor its line', () => {
    const design = composition(
      row(
        column({
          id: 'i',
          kind: 'image',
          condition: null,
          source: { kind: 'photo', of: 'manager' },
          width: 80,
          height: 80,
          alt: { default: 'Photo' },
          href: null,
          shape: 'round',
        }),
        { ...column(line(field('displayName'))), border: { color: '#000000', thickness: 2 } },
      ),
    );
    const { html } = render(design, personWith({ 'person.displayName': 'Ada' }));
    expect(html).not.toContain('<img');
    expect(html.match(/<td/g)).toHaveLength(3);
  });

  test('speaks the language of the person, and shows a banner on its days alone', () => {
    const words: Block = line({ kind: 'text', text: { default: 'Regards', byLanguage: { nl: 'Groet' } } });
    const banner: Block = {
      id: 'banner',
      kind: 'banner',
      condition: null,
      imageId: 'b',
      width: 400,
      alt: { default: 'Fair' },
      href: 'https://fair.example/',
      from: '2026-12-01',
      until: '2026-12-24',
      timeZone: 'Europe/Amsterdam',
    };
    const design = composition(row(column(words)), row(column(banner)));
    const dutch = personWith({}, { language: 'nl-be' });
    expect(render(design, dutch).text).toBe('Groet\nFair: https://fair.example/');
    const later = personWith({}, { today: { date: () => '2026-12-25' } });
    expect(render(design, later)).toMatchObject({ text: 'Regards', ghosts: [{ id: 'banner', reason: 'date' }, {}] });
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '{{7*7}}',
    '" onload="x',
    "javascript:alert('1')",
    '&lt;b&gt;',
    '\u202eevil',
    'שלום',
    'a@b.example',
    '+31 20 123 4567 / 89',
    '',
    ' ',
    '\u3164',
  ),
);
const names = ['displayName', 'jobTitle', 'department', 'phone', 'mobilePhone', 'mail', 'country'];
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  fc.constantFrom(...names).map((name) => field(name)),
  anyText.map((text): Part => ({ kind: 'text', text: { default: text } })),
  anyText.map((text): Part => ({ kind: 'label', text: { default: text } })),
  fc.constantFrom(' | ', ' · ').map(separator),
  fc.constant<Part>({ kind: 'break' }),
  anyText.map((text): Part => ({ kind: 'link', text: { default: text }, href: 'https://u.example/?a=1&b=2' })),
);
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: fc.array(anyPart, { maxLength: 6 }).map((parts) => line(...parts)) },
  { weight: 1, arbitrary: fc.constant(divider) },
  { weight: 1, arbitrary: fc.constant<Block>({ id: 's', kind: 'spacer', condition: null, height: 6 }) },
  {
    weight: 1,
    arbitrary: anyText.map((text): Block => ({
      id: id(),
      kind: 'legal',
      condition: null,
      text: { default: text },
      style: { fontSize: 10 },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...names).map((name): Block => ({
      id: id(),
      kind: 'button',
      condition: null,
      text: { default: 'Book' },
      href: { kind: 'field', field: `person.${name}` },
      background: '#0f6cbd',
      color: '#ffffff',
    })),
  },
);
const anyColumn = fc
  .record({
    blocks: fc.array(anyBlock, { maxLength: 4 }),
    align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
    hasBorder: fc.boolean(),
  })
  .map(({ blocks, align, hasBorder }) => ({
    ...column(...blocks),
    align,
    border: hasBorder ? { color: '#123456', thickness: 2 } : null,
  }));
const anyComposition = fc
  .array(
    fc.array(anyColumn, { minLength: 1, maxLength: 3 }).map((columns) => row(...columns)),
    { maxLength: 5 },
  )
  .map((rows) => composition(...rows));
const anyPerson = fc
  .dictionary(
    fc.constantFrom(...names).map((name) => `person.${name}`),
    anyText,
  )
  .map((values) => personWith(values));

describe('any composition for anybody', () => {
  test('is what the sanitizer would leave of it, so nothing in it can run', () => {
    fc.assert(
      fc.property(anyComposition, anyPerson, (design, person) => {
        const { html } = render(design, person);
        expect(sanitizeSignature(html)).toBe(html);
      }),
    );
  });

  test('has no empty line at an end nor two on end, and shows nothing where its text and images are nothing', () => {
    fc.assert(
      fc.property(anyComposition, anyPerson, (design, person) => {
        const { html, text } = render(design, person);
        expect(text).not.toMatch(/^\s|\s$|\n\s*\n\s*\n/u);
        expect(html === '').toBe(text === '');
        expect(html).not.toMatch(/<tr><\/tr>|<td[^>]*><\/td>|<table[^>]*><\/table>/);
      }),
    );
  });

  test('comes out the same from what JSON keeps of it, and twice the same', () => {
    fc.assert(
      fc.property(anyComposition, anyPerson, (design, person) => {
        const once = render(design, person);
        expect(render(JSON.parse(JSON.stringify(design)) as Composition, person)).toEqual(once);
      }),
    );
  });
});
