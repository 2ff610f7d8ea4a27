import { describe, expect, test } from '@jest/globals';
import { signatureDesignSchema } from '../../../contract/signatures/signatures.ts';
import { sanitizeSignature } from '../../signature/sanitizeSignature.ts';
import { builtInDesign } from '../builtInDesign.ts';
import { defaultBrand } from '../defaultBrand.ts';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { openDesign } from '../openDesign.ts';
import { gallery } from './gallery.ts';

const context: DesignContext = {
  image: () => ({ url: 'https://u.example/logo.png', width: 280, height: 100 }),
  logo: 'logo',
  iconUrl: () => 'https://u.example/icon.png',
  typeOf: (field) => (/phone$/i.test(field) ? 'phone' : /mail$/i.test(field) ? 'email' : 'text'),
};

const person = (values: Record<string, string>, language = 'en', photo: string | null = null): DesignPerson => ({
  id: 'p',
  values,
  groups: new Set(),
  units: new Set(),
  language,
  today: { date: () => '2026-12-01' },
  photoUrl: () => photo,
});

const sanne = {
  'person.displayName': 'Sanne de Vries',
  'person.jobTitle': 'Product manager',
  'person.department': 'Product',
  'person.companyName': 'Lumière & Zonen',
  'person.businessPhone': '020 123 4567',
  'person.mobilePhone': '+31612345678',
  'person.mail': 'sanne@example.com',
  'person.country': 'Netherlands',
  'person.address': 'Keizersgracht 1, 1015 CJ Amsterdam',
};

const people: Readonly<Record<string, DesignPerson>> = {
  full: person(sanne, 'nl-nl', 'https://u.example/photo.png'),
  sparse: person({ 'person.displayName': 'Bo' }),
  nobody: person({}),
  hostile: person(
    Object.fromEntries(
      Object.keys(sanne).map((field) => [field, `<img src=x onerror=alert(1)>{{ 7 | times: 7 }}"'&\u202e${field}`]),
    ),
    'de',
  ),
  rightToLeft: person({ ...sanne, 'person.displayName': 'שרה כהן', 'person.jobTitle': 'מנהלת מוצר' }, 'he'),
};

const brand = { ...defaultBrand, logo: 'a'.repeat(64), website: 'https://www.example.com' };
const designs = [...gallery(brand), { key: 'builtIn', design: builtInDesign }];
const rendered = designs.flatMap(({ key, design }) => {
  const render = openDesign(design, context);
  return Object.entries(people).flatMap(([who, each]) =>
    (['newMail', 'reply', 'forward'] as const).map((type) => ({
      name: `${key} ${type} ${who}`,
      who,
      ...render(type, each),
    })),
  );
});

describe('the designs to start from', () => {
  test('are at least twelve, each one that the API takes as it is, with ids of its own', () => {
    expect(new Set(designs.map(({ key }) => key)).size).toBeGreaterThanOrEqual(13);
    for (const { design } of designs) {
      expect(signatureDesignSchema.parse(design)).toEqual(design);
      const ids = [...JSON.stringify(design.newMail).matchAll(/"id":"(\w+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('are made of what sanitising leaves as it is, for anybody', () => {
    for (const { name, html } of rendered) expect([name, sanitizeSignature(html)]).toEqual([name, html]);
  });

  test('show no trace of what is blank, and nothing but data of what is hostile', () => {
    for (const { name, html, text } of rendered) {
      expect([name, text]).toEqual([name, text.trim()]);
      expect([name, text]).toEqual([name, expect.not.stringMatching(/\n\n\n|^[ |·,]|[ |·,]$/m)]);
      expect([name, html]).toEqual([
        name,
        expect.not.stringMatching(/<(?:script|img src="?x)|onerror=[^&]*>|\b49\b|\u202e/),
      ]);
      expect([name, html]).toEqual([name, expect.not.stringMatching(/<td[^>]*><\/td>|<table[^>]*><\/table>/)]);
    }
  });

  test('stay far below what Outlook takes', () => {
    for (const { name, html } of rendered) expect([name, html.length < 10_000]).toEqual([name, true]);
  });

  test('are complete where nothing is known of a brand or a person', () => {
    for (const { design } of gallery(defaultBrand)) {
      const { html, text } = openDesign(design, { ...context, logo: null })(
        'newMail',
        people['sparse'] as DesignPerson,
      );
      expect(text.split('\n')[0]?.replace(/[\u200f\u202a\u202c]/g, '')).toBe('Bo');
      expect(html).not.toContain('<img');
    }
  });

  test('read numbers from left to right in a design that is written from right to left', () => {
    const { design } = gallery(brand).find(({ key }) => key === 'rightToLeft') ?? { design: builtInDesign };
    const { html, text } = openDesign(design, context)('newMail', people['rightToLeft'] as DesignPerson);
    expect(html).toMatch(/<span dir="ltr"><a [^>]*>\+31 20 123 4567<\/a><\/span>/);
    expect(html).toContain('border-right:3px solid');
    expect(text).toContain('\u200fטלפון\u200f \u200f\u202a+31 20 123 4567\u202c\u200f');
  });
});
