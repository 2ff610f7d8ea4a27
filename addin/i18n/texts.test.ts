import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createInstance } from 'i18next';
import { ApiProblem } from '../api/client/apiProblem.ts';
import { problemText } from '../ui/notices/problemText.ts';
import { locales, nearestLocale, type Locale } from './locale.ts';
import { allTexts as texts } from './allTexts.ts';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

const keysOf = (tree: Tree) =>
  flat(tree)
    .map(([key]) => key)
    .sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

/** Every code the API can answer with, and the pane's own. */
const codes = [
  ...['not-signed-in', 'token-expired', 'token-invalid', 'tenant-not-connected', 'forbidden', 'consent-needs-admin'],
  ...['not-connected', 'run-in-progress', 'selection-empty', 'selection-changed', 'unknown-ids', 'invalid-request'],
  ...['invalid-json', 'body-too-large', 'not-found', 'too-many-requests', 'bad-cursor', 'consent-missing'],
  ...['permission-missing', 'secret-wrong', 'secret-expired', 'entra-unavailable', 'directory-throttled'],
  ...['directory-unavailable', 'directory-link-expired', 'storage-unavailable', 'internal', 'not-a-teammate'],
  ...['entra-refused', 'entra-request-refused', 'client-public'],
  ...['interrupted', 'offline', 'sign-in-needed', 'unexpected-answer'],
];

/** The forms of a counted text in a language, such as `_one` and `_other`. */
const formsOf = (locale: Locale): string[] =>
  new Intl.PluralRules(locale).resolvedOptions().pluralCategories.map((category) => `_${category}`);
const withoutForm = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
/** Each text by its name; the forms of a counted one under one name. */
const namesOf = (tree: Tree): string[] => [...new Set(flat(tree).map(([key]) => withoutForm(key)))].sort();
const tags = (text: string) => [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag).sort();

/** Names and words that are written the same in English and in this language. */
const names = [
  ...['Undersign', 'Outlook', 'Microsoft 365', 'Bluesky', 'Facebook', 'GitHub', 'Instagram', 'LinkedIn', 'Mastodon'],
  ...['WhatsApp', 'YouTube', 'HTML', 'Anna Vermeer', 'Lindenhof Group, Utrecht', 'Robin Vermeer', 'Sam Okafor'],
  ...['English', 'Nederlands', 'Deutsch', 'Français', 'Logo', 'ms', 'T', 'X', 'Microsoft Entra ID', 'Test', 'Webhooks'],
];
const sameWords: Readonly<Record<Exclude<Locale, 'en'>, readonly string[]>> = {
  nl: [
    ...['Accent', 'Auditor', 'Banner', 'Compact', 'Directory', 'Editor', 'Fax', 'Filters', 'FW', 'In', 'is', 'Label'],
    ...['Later', 'Link', 'Privacy', 'RE', 'Status', 'Website', 'in Microsoft Entra ID'],
  ],
  de: [
    ...['Administrator', 'Audit', 'Auditor', 'Banner', 'Design', 'Desktop', 'Details', 'Editor', 'Export', 'Fax'],
    ...['Import', 'In', 'Link', 'Name', 'Name in Entra', 'Optional', 'Person', 'Rollout', 'Status', 'Text', 'Version'],
    ...['Website', 'in Microsoft Entra ID'],
  ],
  fr: [
    ...['Active', 'Audit', 'Centre', 'Compact', 'Date', 'Distribution', 'Division', 'Image', 'Images', 'Pages'],
    ...['Photo', 'RE', 'Signature', 'Signatures', 'Style', 'Version', 'Versions'],
  ],
};
/** What a text says apart from its values, addresses and marks. */
const wordsOf = (text: string) =>
  text
    .replaceAll(/\{\{\w+\}\}|<[^>]*>/g, '')
    .replaceAll(/^[^\p{L}]+|[^\p{L}\d]+$/gu, '')
    .trim();

describe('texts', () => {
  const en = new Map(flat(texts.en));

  it.each(locales)('are all there in %s, under the same names', (locale) => {
    expect(namesOf(texts[locale])).toEqual(namesOf(texts.en));
  });

  it.each(locales)('have every form that %s counts with, and no other', (locale) => {
    const keys = keysOf(texts[locale]);
    const counted = [...new Set(keys.filter((key) => withoutForm(key) !== key).map(withoutForm))];
    expect(counted.length).toBeGreaterThan(50);
    for (const name of counted) {
      const forms = keys.filter((key) => withoutForm(key) === name);
      expect(forms).toEqual(
        formsOf(locale)
          .map((form) => name + form)
          .sort(),
      );
    }
  });

  it.each(locales)('keep their values and tags in %s', (locale) => {
    const kept = (text: string) => [...placeholders(text), ...tags(text)];
    for (const [key, text] of flat(texts[locale])) {
      const original = en.get(key) ?? en.get(`${withoutForm(key)}_other`) ?? '';
      expect([key, kept(text)]).toEqual([key, kept(original)]);
    }
  });

  it.each(['nl', 'de', 'fr'] as const)('are translated into %s', (locale) => {
    const same = [...names, ...sameWords[locale], ''];
    const left = flat(texts[locale]).filter(([key, text]) => text === en.get(key) && !same.includes(wordsOf(text)));
    expect(left).toEqual([]);
  });

  it('are never empty', () => {
    for (const [key, text] of flat(texts)) expect([key, text.trim() === '']).toEqual([key, false]);
  });

  it('include every file of the folder', () => {
    for (const locale of locales) {
      const files = readdirSync(path.join(import.meta.dirname, locale)).map((name) => name.replace('.json', ''));
      expect(Object.keys(texts[locale]).sort()).toEqual(files.sort());
    }
  });

  it.each(codes)('have words for the problem %s', (code) => {
    for (const locale of locales) expect(Object.keys(texts[locale].problems)).toContain(code);
  });

  it('exist for every key a screen asks for by name', () => {
    const folder = path.join(import.meta.dirname, '..');
    const all = new Map(Object.entries(texts.en).map(([name, tree]) => [name, new Set(keysOf(tree))]));
    const known = (namespace: string, key: string) =>
      ['', '_one', '_other'].some((suffix) => all.get(namespace)?.has(key + suffix));
    const missing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => {
        const source = readFileSync(path.join(folder, name), 'utf8');
        const used = [...source.matchAll(/useTranslation\((?:\[?'(\w+)')?/g)].map((match) => match[1] ?? 'common');
        const asked = [...source.matchAll(/\bt\('([\w.:-]+)'/g)].map((match) => match[1] ?? '');
        return asked
          .filter((key) => {
            const [namespace, rest] = key.includes(':') ? key.split(':') : [null, key];
            return !(namespace === null ? used : [namespace]).some((space) => known(space ?? '', rest ?? ''));
          })
          .map((key) => `${name}: ${key}`);
      });
    expect(missing).toEqual([]);
  });
});

describe('the language of the reader', () => {
  it.each([
    ['nl-BE', 'nl'],
    ['NL', 'nl'],
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['de-Latn-CH', 'de'],
    ['fr-CA', 'fr'],
    ['fr_BE', 'fr'],
    ['fy-NL', 'en'],
    ['es-ES', 'en'],
    ['', 'en'],
  ])('%s is answered in %s', (tag, locale) => {
    expect(nearestLocale(tag)).toBe(locale);
  });
});

describe('the words for a problem', () => {
  const english = createInstance();
  beforeAll(async () => {
    await english.init({ resources: texts, lng: 'en' });
  });

  it('come from its code, with its values', () => {
    const problem = new ApiProblem({ code: 'permission-missing', values: { permissions: ['A', 'B'] }, requestId: 'r' });
    expect(problemText(english, problem)).toEqual({ text: expect.stringContaining('A, B'), requestId: 'r' });
  });

  it('name the rules and signatures that hold something back, also those without a name and what is besides them', async () => {
    const reader = createInstance();
    await reader.init({ resources: texts, lng: 'en', interpolation: { escapeValue: false } });
    const said = (code: string, values: ApiProblem['values']) =>
      problemText(reader, new ApiProblem({ code, values })).text;
    const rules = ['Sales', '11111111-1111-4111-8111-111111111111', '*'];
    expect(said('signature-in-use', { rules })).toContain('Sales, a rule without a name, “Everybody else”');
    expect(said('image-in-use', { signatures: ['Autumn', '*'] })).toContain('Autumn, the brand');
    expect(said('signature-in-use', {})).toContain('A rule names this signature');
  });

  it('name Microsoft’s number and sentence as they are, in Dutch too', async () => {
    const reader = createInstance();
    await reader.init({ resources: texts, lng: 'nl', interpolation: { escapeValue: false } });
    const values = { answer: 'AADSTS500011: The principal named \'a & "b"\' was not found.' };
    expect(problemText(reader, new ApiProblem({ code: 'entra-refused', values })).text).toContain(values.answer);
  });

  it.each(locales)('never show a raw placeholder in %s, even where the values are missing', async (lng) => {
    const reader = createInstance();
    await reader.init({ resources: texts, lng });
    for (const code of Object.keys(texts[lng].problems)) {
      expect(problemText(reader, new ApiProblem({ code })).text).not.toMatch(/\{\{|-unnamed|problems:/);
    }
  });

  it('fall back to what the API said, and never to nothing', () => {
    expect(problemText(english, new ApiProblem({ code: 'brand-new', detail: 'Said.' })).text).toBe('Said.');
    expect(problemText(english, new Error('secret')).text).toBe(texts.en.problems.unknown);
  });
});
