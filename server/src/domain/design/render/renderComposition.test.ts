import { describe, expect, test } from '@jest/globals';
import {
  column,
  composition,
  divider,
  field,
  label,
  line,
  personWith,
  render,
  row,
  separator,
} from '../../../../tests/support/designs/compositions.ts';
import type { Block, Part } from '../composition.ts';

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

  test('keeps words of the other direction together: no full stop jumps before them, and what joins them stays outside', () => {
    const { html, text } = render(
      {
        ...composition(
          row(
            column(line(field('jobTitle'), separator(' | '), field('department')), line(label('Tel: '), field('mail'))),
          ),
        ),
        direction: 'rtl',
      },
      personWith({ 'person.jobTitle': 'C.E.O.', 'person.department': 'מכירות', 'person.mail': 'a@b.example' }),
    );
    expect(text).toBe(
      '\u200f\u202aC.E.O.\u202c\u200f | \u200fמכירות\u200f\n\u200f\u202aTel\u202c\u200f: \u200f\u202aa@b.example\u202c\u200f',
    );
    expect(html).toContain('<span dir="ltr">C.E.O.</span> | <bdi>מכירות</bdi>');
    expect(html).toContain('<span dir="ltr">Tel</span>: <span dir="ltr"><a href="mailto:a@b.example"');
  });

  test('gives every column the room of its longest word before lines of another stand unbroken', () => {
    const address = 'anouk.claeys@lindenhof.example';
    const design = composition(
      row(
        column(line(field('displayName'))),
        column(line(field('jobTitle'), separator(' | '), field('department'))),
        column(line(field('mail'))),
      ),
    );
    const { html } = render(
      { ...design, width: 560 },
      personWith({
        'person.displayName': 'Anouk Claeys of Lindenhof',
        'person.jobTitle': 'Lead of the engineers',
        'person.department': 'Engineering and research',
        'person.mail': address,
      }),
    );
    const widths = [...html.matchAll(/display:inline-block;max-width:(\d+)px/g)].map(([, width]) => Number(width));
    // Taken to be 0.6 of the 13 pixels that letters are high.
    expect(widths.at(-1)).toBeGreaterThanOrEqual(address.length * 0.6 * 13);
  });

  test('what was typed between fields parts them, and goes with a field that is blank', () => {
    const typed = (text: string): Part => ({ kind: 'text', text: { default: text } });
    const shown = (values: Record<string, string>, ...parts: readonly Part[]): string =>
      render(
        composition(row(column(line(...parts)))),
        personWith(Object.fromEntries(Object.entries(values).map(([name, value]) => [`person.${name}`, value]))),
      ).text;
    const job = [field('jobTitle'), typed(' – '), field('department')];
    expect(shown({ jobTitle: 'Analyst', department: 'Care' }, ...job)).toBe('Analyst – Care');
    expect(shown({ jobTitle: 'Analyst' }, ...job)).toBe('Analyst');
    expect(shown({ department: 'Care' }, ...job)).toBe('Care');
    const numbers = [
      typed('T '),
      field('phone', 'none'),
      typed(' | M '),
      field('mobilePhone', 'none'),
      typed(' | Open'),
    ];
    expect(shown({ phone: 'a', mobilePhone: 'b' }, ...numbers)).toBe('T a | M b | Open');
    expect(shown({ phone: 'a' }, ...numbers)).toBe('T a | Open');
    expect(shown({ mobilePhone: 'b' }, ...numbers)).toBe('M b | Open');
    const prefixed = [field('city'), typed(' +'), field('phone')];
    expect(shown({ city: 'a', phone: '31' }, ...prefixed)).toBe('a +31');
    expect(shown({ phone: '31' }, ...prefixed)).toMatch(/^ ?\+31$/);
    for (const sign of ['▪', ' ● ', '｜', ' || ', ' // ', ' ~ ', ' :: ', ' & ', ' + ']) {
      const signed = [field('jobTitle'), typed(sign), field('department'), typed(sign), field('city')];
      expect(shown({ jobTitle: 'a', department: 'b', city: 'c' }, ...signed)).toBe(`a${sign}b${sign}c`);
      expect(shown({ jobTitle: 'a', city: 'c' }, ...signed)).toBe(`a${sign}c`);
      expect(shown({ department: 'b' }, ...signed)).toBe('b');
    }
    expect(shown({ jobTitle: 'Analyst' }, typed('– '), field('jobTitle'), typed(' |'))).toBe('– Analyst |');
    expect(shown({ jobTitle: 'Analyst' }, typed('Head of '), field('department'), typed(', '), field('jobTitle'))).toBe(
      'Analyst',
    );
  });
});
