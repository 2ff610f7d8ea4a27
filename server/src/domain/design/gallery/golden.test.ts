import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { openDesign } from '../openDesign.ts';
import { defaultBrand } from '../defaultBrand.ts';
import { gallery } from './gallery.ts';

/** `GOLDENS=write npm run jest -- gallery/golden` writes them anew; then look at what changed. */
const folder = join(import.meta.dirname, 'golden');

const context: DesignContext = {
  image: (id) => ({ url: `https://undersign.example/images/${id}`, width: 600, height: 150 }),
  logo: 'logo',
  iconUrl: ({ network }) => `https://undersign.example/icons/${network}.png`,
  typeOf: (field) => (/Phone$/.test(field) ? 'phone' : field.endsWith('.mail') ? 'email' : 'text'),
};

const full = {
  'person.displayName': 'Anouk Claeys',
  'person.givenName': 'Anouk',
  'person.surname': 'Claeys',
  'person.jobTitle': 'Engineering Lead',
  'person.department': 'Engineering',
  'person.companyName': 'Lindenhof Group',
  'person.mail': 'anouk.claeys@lindenhof.example',
  'person.businessPhone': '+31 20 555 0100',
  'person.mobilePhone': '+31 6 55550189',
  'person.address': 'Gustav Mahlerlaan 312, 1082 ME Amsterdam',
  'person.country': 'NL',
};

const people: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  full,
  sparse: { 'person.displayName': 'Kiosk Receptie' },
  hostile: {
    ...full,
    'person.displayName': '<img src=x onerror=alert(1)>',
    'person.jobTitle': '{{ 7 | times: 7 }} & "sons"',
    'person.department': 'W'.repeat(80),
    'person.mail': 'javascript:alert(1)',
    'person.businessPhone': 'ask "reception"',
  },
  'right-to-left': {
    ...full,
    'person.displayName': 'نور الحسن',
    'person.jobTitle': 'مديرة المبيعات (EMEA)',
    'person.companyName': 'חברת לינדנהוף',
  },
};

const personWith = (values: DesignPerson['values']): DesignPerson => ({
  ...{ id: 'p', values, groups: new Set(), units: new Set(), language: 'en' },
  today: { date: () => '2026-12-01' },
  photoUrl: ({ of }) => (of === 'person' && values === full ? 'https://undersign.example/photo.png' : null),
});

/** One cell a line, so that a difference shows where it is. */
const readable = (html: string): string =>
  html
    .replace(/(<\/?(?:table|tr|td)\b)/g, '\n$1')
    .replace(/\n+/g, '\n')
    .trim();

const written = (design: (typeof designs)[number]['design']): string => {
  const render = openDesign(design, context);
  return Object.entries(people)
    .map(([name, values]) => {
      const { html, text } = render('newMail', personWith(values));
      return `== ${name}, text\n${text}\n\n== ${name}, HTML\n${readable(html)}\n`;
    })
    .join('\n');
};

const designs = gallery(defaultBrand);

describe('every design of the gallery, for somebody with everything, with nothing, hostile, and right to left', () => {
  test.each(designs.map(({ key, design }) => [key, design] as const))(
    '%s is as it was looked at and found good',
    (key, design) => {
      const file = join(folder, `${key}.txt`);
      if (process.env['GOLDENS'] === 'write') {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, written(design));
      }
      expect(written(design)).toBe(readFileSync(file, 'utf8'));
    },
  );
});
