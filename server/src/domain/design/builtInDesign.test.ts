import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { usualFields } from '../fields/fieldSettings.ts';
import { fieldTypesOf } from '../fields/fieldTypeOf.ts';
import type { ComposeType } from '../signature/composeType.ts';
import { builtInDesign } from './builtInDesign.ts';
import { openDesign } from './openDesign.ts';

const known = new Set(['table', 'tr', 'td', 'span', 'a', 'bdi']);

const open = openDesign(builtInDesign, {
  image: () => null,
  logo: null,
  iconUrl: () => '',
  typeOf: fieldTypesOf(usualFields),
});

const render = (composeType: ComposeType, values: Readonly<Record<string, string>>) => {
  const { html, text } = open(composeType, {
    id: 'p',
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [`person.${key}`, value])),
    groups: new Set(),
    units: new Set(),
    language: '',
    today: { date: () => '2026-12-01' },
    photoUrl: () => null,
  });
  return { html, text };
};

const sanne = {
  displayName: 'Sanne de Vries',
  jobTitle: 'Product manager',
  department: 'Product',
  companyName: 'Lumière & Zonen',
  businessPhone: '020 123 4567',
  mobilePhone: '+31612345678',
  mail: 'sanne@example.com',
  address: 'Keizersgracht 1, 1015 CJ Amsterdam',
  country: 'Netherlands',
};

describe('the signature everybody has from the start', () => {
  test('shows name, role, company, phones and mail of a new message', () => {
    const { html, text } = render('newMail', sanne);
    expect(text).toBe(
      'Sanne de Vries\nProduct manager | Product\nLumière & Zonen\nT +31 20 123 4567\nM +31 6 12345678\nsanne@example.com\nKeizersgracht 1, 1015 CJ Amsterdam',
    );
    expect(html).toContain('href="tel:+31201234567"');
    expect(html).toContain('Lumière &amp; Zonen');
  });

  test('of two numbers in one field the link is about the first alone, and the second stands beside it', () => {
    const { html, text } = render('newMail', {
      ...sanne,
      country: 'NL',
      businessPhone: '030 123 45 67 / 89',
    });
    expect(html).toMatch(/<a href="tel:\+31301234567"[^>]*>030 123 45 67<\/a>(?:<span[^>]*>)? \/ 89</);
    expect(text).toContain('T 030 123 45 67 / 89');
  });

  test('is shorter on a reply and on a forward', () => {
    for (const composeType of ['reply', 'forward'] as const) {
      expect(render(composeType, sanne).text).not.toContain('sanne@example.com');
    }
  });

  test('leaves no trace of an empty field: no label, no link, no separator, no blank line', () => {
    const { html, text } = render('newMail', {
      displayName: 'Bo',
      department: 'Sales',
    });
    expect(text).toBe('Bo\nSales');
    expect(html).not.toMatch(/tel:|mailto:|\||<td[^>]*><\/td>/);
  });

  test('writes as many rows as there are lines, whichever fields are empty', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(sanne)), (emptied) => {
        const values = { ...sanne, ...Object.fromEntries(emptied.map((key) => [key, ''])) };
        const { html, text } = render('newMail', values);
        const rows = html.match(/<tr>/g)?.length ?? 0;
        expect(rows).toBe(text === '' ? 0 : text.split('\n').length + 2);
        expect(text).not.toMatch(/\n\n|[|,]\s*$|^\s*[|,]/m);
      }),
    );
  });

  test('is nothing at all, frame included, when every field is empty', () => {
    expect(render('newMail', {})).toEqual({ html: '', text: '' });
  });

  test('treats what people typed as text, never as markup or as a template', () => {
    const hostile = '<script>alert(1)</script>{{ mail }}<img src=x onerror=alert(1)>';
    const { html, text } = render('newMail', { ...sanne, jobTitle: hostile });
    expect(html).not.toMatch(/<script|<img|onerror=[^&]*>/i);
    expect(text).toContain('{{ mail }}');
  });

  test('shows whatever a directory holds as text: well formed, no control, no element, nothing turned around', () => {
    const wild = fc.string({ unit: 'binary', maxLength: 30 });
    const values = fc.record(Object.fromEntries(Object.keys(sanne).map((key) => [key, wild])));
    fc.assert(
      fc.property(values, fc.constantFrom(...(['newMail', 'reply', 'forward'] as const)), (people, composeType) => {
        const { html, text } = render(composeType, { ...sanne, ...people });
        expect(html).not.toMatch(/[\u202a-\u202e]/);
        for (const part of [html, text]) {
          expect(part.isWellFormed()).toBe(true);
          expect(part).not.toMatch(/[\p{Noncharacter_Code_Point}\u202d\u202e]|(?!\n)\p{Cc}/u);
        }
        expect(
          [...html.matchAll(/<\/?([^\s>]+)/g)].map(([, name]) => name).filter((name) => !known.has(name ?? '')),
        ).toEqual([]);
      }),
    );
  });

  test('isolates a name that is written from right to left, in HTML and in text, and nothing else', () => {
    const { html, text } = render('newMail', { ...sanne, displayName: 'שרה כהן' });
    expect(html).toContain('<bdi>שרה כהן</bdi>');
    expect(text).toMatch(/^\u200eשרה כהן\u200e\n/);
    expect(render('newMail', sanne).html).not.toContain('bdi');
  });

  test('links a mail only where it is one address, and shows it as written otherwise', () => {
    const { html } = render('newMail', { ...sanne, mail: 'a@b.example?bcc=c@d.example' });
    expect(html).toContain('a@b.example?bcc=c@d.example');
    expect(html).not.toContain('mailto:');
  });

  test('leaves no row for a value that nobody can see', () => {
    const unseen = { ...sanne, jobTitle: '\u200b', department: '\u3164', companyName: '\u00ad', address: '\ufe0f' };
    expect(render('reply', unseen)).toEqual(
      render('reply', { ...sanne, jobTitle: '', department: '', companyName: '', address: '' }),
    );
  });

  test('never links to anything but mail, phone and https, whatever the values are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (mail, phone) => {
        const { html } = render('newMail', { ...sanne, mail, businessPhone: phone });
        for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:mailto:|tel:|https:)/);
      }),
    );
  });
});
