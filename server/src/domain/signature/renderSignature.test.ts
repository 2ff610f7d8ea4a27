import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultTemplate } from './defaultTemplate.ts';
import { renderSignature } from './renderSignature.ts';

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

  test('never links to anything but mail, phone and https, whatever the values are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (mail, phone) => {
        const { html } = renderSignature(defaultTemplate, 'newMail', { ...sanne, mail, businessPhone: phone });
        for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:mailto:|tel:|https:)/);
      }),
    );
  });
});
