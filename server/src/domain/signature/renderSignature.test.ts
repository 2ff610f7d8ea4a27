import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultTemplate } from './defaultTemplate.ts';
import { renderSignature } from './renderSignature.ts';

const known = new Set(['table', 'tbody', 'tr', 'td', 'b', 'a', 'bdi']);

const blank = {
  displayName: '',
  jobTitle: '',
  department: '',
  companyName: '',
  businessPhone: '',
  mobilePhone: '',
  mail: '',
  streetAddress: '',
  postalCode: '',
  city: '',
  country: '',
};

const sanne = {
  ...blank,
  displayName: 'Sanne de Vries',
  jobTitle: 'Product manager',
  department: 'Product',
  companyName: 'Lumière & Zonen',
  businessPhone: '020 123 4567',
  mobilePhone: '+31612345678',
  mail: 'sanne@example.com',
  city: 'Amsterdam',
  country: 'Netherlands',
};

describe('the default signature', () => {
  test('shows name, role, company, phones and mail of a new message', () => {
    const { html, text } = renderSignature(defaultTemplate, 'newMail', sanne);
    expect(text).toBe(
      'Sanne de Vries\nProduct manager | Product\nLumière & Zonen\nT +31 20 123 4567\nM +31 6 12345678\nsanne@example.com\nAmsterdam',
    );
    expect(html).toContain('href="tel:+31201234567"');
    expect(html).toContain('Lumière &amp; Zonen');
  });

  test('of two numbers in one field the link is about the first alone, and the second stands beside it', () => {
    const { html, text } = renderSignature(defaultTemplate, 'newMail', {
      ...sanne,
      country: 'NL',
      businessPhone: '030 123 45 67 / 89',
    });
    expect(html).toMatch(/<a href="tel:\+31301234567"[^>]*>030 123 45 67<\/a> \/ 89</);
    expect(text).toContain('T 030 123 45 67 / 89');
  });

  test('is shorter on a reply and on a forward', () => {
    for (const composeType of ['reply', 'forward'] as const) {
      expect(renderSignature(defaultTemplate, composeType, sanne).text).not.toContain('sanne@example.com');
    }
  });

  test('leaves no trace of an empty field: no label, no link, no separator, no blank line', () => {
    const { html, text } = renderSignature(defaultTemplate, 'newMail', {
      ...blank,
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
        const { html, text } = renderSignature(defaultTemplate, 'newMail', values);
        const rows = html.match(/<tr>/g)?.length ?? 0;
        expect(rows).toBe(text === '' ? 0 : text.split('\n').length + 1);
        expect(text).not.toMatch(/\n\n|[|,]\s*$|^\s*[|,]/m);
      }),
    );
  });

  test('is nothing at all, frame included, when every field is empty', () => {
    expect(renderSignature(defaultTemplate, 'newMail', blank)).toEqual({ html: '', text: '' });
  });

  test('treats what people typed as text, never as markup or as a template', () => {
    const hostile = '<script>alert(1)</script>{{ mail }}<img src=x onerror=alert(1)>';
    const { html, text } = renderSignature(defaultTemplate, 'newMail', { ...sanne, jobTitle: hostile });
    expect(html).not.toMatch(/<script|<img|onerror=[^&]*>/i);
    expect(text).toContain('{{ mail }}');
  });

  test('shows whatever a directory holds as text: well formed, no control, no element, nothing turned around', () => {
    const wild = fc.string({ unit: 'binary', maxLength: 30 });
    const values = fc.record(Object.fromEntries(Object.keys(sanne).map((key) => [key, wild])));
    fc.assert(
      fc.property(values, fc.constantFrom(...(['newMail', 'reply', 'forward'] as const)), (people, composeType) => {
        const { html, text } = renderSignature(defaultTemplate, composeType, { ...sanne, ...people });
        for (const part of [html, text]) {
          expect(part.isWellFormed()).toBe(true);
          expect(part).not.toMatch(/[\p{Noncharacter_Code_Point}\u202a-\u202e]|(?!\n)\p{Cc}/u);
        }
        expect(
          [...html.matchAll(/<\/?([^\s>]+)/g)].map(([, name]) => name).filter((name) => !known.has(name ?? '')),
        ).toEqual([]);
      }),
    );
  });

  test('isolates a name that is written from right to left, in HTML and in text, and nothing else', () => {
    const { html, text } = renderSignature(defaultTemplate, 'newMail', { ...sanne, displayName: 'שרה כהן' });
    expect(html).toContain('<bdi>שרה כהן</bdi>');
    expect(text).toMatch(/^\u2068שרה כהן\u2069\n/);
    expect(renderSignature(defaultTemplate, 'newMail', sanne).html).not.toContain('bdi');
  });

  test('links a mail only where it is one address, and shows it as written otherwise', () => {
    const { html } = renderSignature(defaultTemplate, 'newMail', { ...sanne, mail: 'a@b.example?bcc=c@d.example' });
    expect(html).toContain('a@b.example?bcc=c@d.example');
    expect(html).not.toContain('mailto:');
  });

  test('leaves no row for a value that nobody can see', () => {
    const unseen = { ...sanne, jobTitle: '\u200b', department: '\u3164', companyName: '\u00ad', city: '\ufe0f' };
    expect(renderSignature(defaultTemplate, 'reply', unseen)).toEqual(
      renderSignature(defaultTemplate, 'reply', { ...sanne, jobTitle: '', department: '', companyName: '', city: '' }),
    );
  });

  test('never links to anything but mail, phone and https, whatever the values are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (mail, phone) => {
        const { html } = renderSignature(defaultTemplate, 'newMail', { ...sanne, mail, businessPhone: phone });
        for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:mailto:|tel:|https:)/);
      }),
    );
  });
});
