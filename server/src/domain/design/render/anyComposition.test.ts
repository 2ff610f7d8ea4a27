import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  column,
  composition,
  divider,
  field,
  id,
  line,
  personWith,
  render,
  row,
  separator,
} from '../../../../tests/support/designs/compositions.ts';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import type { Block, Composition, Part } from '../composition.ts';

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
    'שלום (IT)',
    'IT שלום',
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
/** Holds for nobody. */
const never = { match: 'all', tests: [{ kind: 'language', is: 'is', value: 'tlh' }] } as const;
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: fc.array(anyPart, { maxLength: 6 }).map((parts) => line(...parts)) },
  { weight: 1, arbitrary: fc.constantFrom(divider, { ...divider, condition: never }) },
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
    arbitrary: fc.constantFrom('', ...names).map((name): Block => ({
      id: id(),
      kind: 'button',
      condition: null,
      text: { default: 'Book' },
      href: name === '' ? { kind: 'url', url: 'https://u.example/' } : { kind: 'field', field: `person.${name}` },
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
  .record({
    rows: fc.array(
      fc.array(anyColumn, { minLength: 1, maxLength: 3 }).map((columns) => row(...columns)),
      { maxLength: 5 },
    ),
    direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  })
  .map(({ rows, direction }) => ({ ...composition(...rows), direction }));
const anyPerson = fc
  .dictionary(
    fc.constantFrom(...names).map((name) => `person.${name}`),
    anyText,
  )
  .map((values) => personWith(values));

/** What stands between tags, and images, each with the tag of the cell nearest about it. */
const piecesOf = (html: string): readonly { readonly text: string; readonly cell: string }[] => {
  const cells: string[] = [];
  return html.split(/(<[^<>]*>)/).flatMap((text) => {
    if (text.startsWith('<td')) cells.push(text);
    if (text === '</td>') cells.pop();
    return text.startsWith('<') && !text.startsWith('<img') ? [] : [{ text, cell: cells.at(-1) ?? '' }];
  });
};

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

  test('says in text what it says in HTML, letter for letter', () => {
    const spoken = anyComposition.map((design) => ({
      ...design,
      rows: design.rows.map((each) => ({
        ...each,
        columns: each.columns.map((one) => ({ ...one, blocks: one.blocks.filter(({ kind }) => kind !== 'button') })),
      })),
    }));
    const letters = (text: string): string => text.replace(/[\s\u200e\u200f\u202a-\u202c]/gu, '');
    const seen = (html: string): string =>
      letters(html.replace(/<[^<>]*>/g, ''))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(spoken, anyPerson, (design, person) => {
        const { html, text } = render(design, person);
        expect(seen(html)).toBe(letters(text));
      }),
    );
  });

  test('keeps directions apart in text by controls that every mail program knows, each with its end', () => {
    fc.assert(
      fc.property(anyComposition, anyPerson, (design, person) => {
        const { text } = render(design, person);
        expect(text).not.toMatch(/[\u2066-\u2069]/);
        for (const each of text.split('\n')) {
          const controls = [...each.replace(/[^\u202a-\u202e]/g, '')];
          const depths = controls.map((_sign, at) =>
            controls.slice(0, at + 1).reduce((depth, sign) => depth + (sign === '\u202c' ? -1 : 1), 0),
          );
          expect([...depths, 0]).toEqual(expect.not.arrayContaining([-1]));
          expect(depths.at(-1) ?? 0).toBe(0);
          expect(each).not.toMatch(/[\u202d\u202e]/);
        }
      }),
    );
  });

  test('has only lines in text that a reader takes for lines from the right where it is written from there', () => {
    const strong = /[\p{L}\u200e\u200f\u061c]/u;
    const fromRight = /^[\p{Script=Hebrew}\p{Script=Arabic}\u200f\u061c]/u;
    fc.assert(
      fc.property(anyComposition, anyPerson, (design, person) => {
        const { text } = render({ ...design, direction: 'rtl' }, person);
        const lines = text.split('\n').filter((each) => each !== '');
        for (const each of lines) expect(each.slice(each.search(strong))).toMatch(fromRight);
      }),
    );
  });

  test('has each of its letters in a cell that says font and size, since Word hands none on to a table', () => {
    fc.assert(
      fc.property(anyComposition, anyPerson, (design, person) => {
        const { html } = render(design, person);
        for (const { text, cell } of piecesOf(html)) {
          if (text.startsWith('<img') || text.replace(/[\s\u00a0]/g, '') === '') continue;
          expect(cell).toContain('font-family:');
          expect(cell).toContain('font-size:');
        }
      }),
    );
  });

  test('has no image in a cell whose lines Word cuts to their height', () => {
    const html = '<img src="https://u.example/a.png" />';
    const written: Block = { id: 'h', kind: 'html', condition: null, html };
    const logo = { source: { kind: 'logo' }, shape: 'square', width: 90, height: null, href: null } as const;
    const image: Block = { ...logo, id: 'i', kind: 'image', condition: null, alt: { default: '' } };
    const link = { network: 'linkedin', href: { kind: 'url', url: 'https://u.example/' } } as const;
    const social: Block = {
      id: 'n',
      kind: 'social',
      condition: null,
      items: [link],
      size: 20,
      gap: 4,
      color: '#000000',
    };
    const anyPicture = fc.constantFrom(written, image, social);
    fc.assert(
      fc.property(anyComposition, anyPicture, anyColumn, (design, picture, beside) => {
        const pictured = row({ ...beside, blocks: [...beside.blocks, picture] }, column(line(field('displayName'))));
        const all = { ...design, rows: [...design.rows, pictured] };
        const fillHtml = () => ({ html, text: '', ghosts: [] });
        const images = piecesOf(render(all, personWith({}), fillHtml).html).filter(({ text }) =>
          text.startsWith('<img'),
        );
        expect(images).not.toEqual([]);
        for (const { cell } of images) expect(cell).not.toContain('exactly');
      }),
    );
  });

  test('has a separator between two parts that are shown and nowhere else, whichever of them are blank', () => {
    const value = fc.constantFrom('', ' ', '\u200b', 'Ada', 'R&D', '<b>');
    const anyLine = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(2)), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(anyLine, fc.array(value, { minLength: 7, maxLength: 7 }), (asked, values) => {
        const parts = asked.flatMap(([name, before]) => [
          ...Array<Part>(before).fill(separator(' ¦ ')),
          field(name, 'none'),
        ]);
        const known = Object.fromEntries(names.map((name, at) => [`person.${name}`, values[at] ?? '']));
        const { html, text } = render(composition(row(column(line(...parts)))), personWith(known));
        const shown = asked.filter(([name]) => /[A-Za-z<]/.test(known[`person.${name}`] ?? ''));
        // Two fields without a separator between them in the design have none in the mail.
        expect(text).not.toMatch(/^\s*¦|¦\s*$|¦\s*¦/);
        expect(html).not.toMatch(/>\s*¦|¦\s*¦|¦\s*</);
        if (asked.every(([, before]) => before > 0)) {
          expect(text.split('¦').filter((each) => each.trim() !== '')).toHaveLength(shown.length);
        }
      }),
    );
  });
});
