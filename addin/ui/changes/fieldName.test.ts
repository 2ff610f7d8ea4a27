import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import i18next, { type i18n } from 'i18next';
import { namedAttributeSchema, type FieldLabels } from '../../../server/src/contract/signatures/fields.ts';
import { locales } from '../../i18n/locale.ts';
import { allTexts } from '../../i18n/allTexts.ts';
import { changeName, changeOfPerson } from './fieldName.ts';

const openTexts = async (lng: keyof typeof allTexts): Promise<i18n> => {
  const texts = i18next.createInstance();
  await texts.init({ lng, resources: { [lng]: allTexts[lng] } });
  return texts;
};

const word = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,20}$/);
const tenantKey = fc.oneof(
  word.map((key) => `custom.${key}`),
  fc.tuple(fc.stringMatching(/^[0-9a-f]{32}$/), word).map(([app, key]) => `extension_${app}_${key}`),
  fc.constantFrom(...namedAttributeSchema.options),
);
/** Where a field is named: by itself, of a person, in what an admin saved. */
const place = fc.constantFrom<(key: string) => string>(
  (key) => key,
  (key) => `person.3f2c1c5e-0000-4000-8000-000000000001.${key}`,
  (key) => `rules.${key}.policy`,
  (key) => `customField.${key}`,
);
const labels: FieldLabels = { en: 'Pronouns!', nl: 'Voornaamwoorden!' };

describe('what changed', () => {
  it.each(locales)('is named by the label of the tenant in %s, never by a key of ours or of Entra', async (locale) => {
    const texts = await openTexts(locale);
    fc.assert(
      fc.property(tenantKey, place, (key, put) => {
        const named = changeName(texts, put(key), new Map([[key, labels]]));
        expect(named).toBe(put(locale === 'nl' ? labels.nl : labels.en));
      }),
    );
  });

  it('has a word also where the field was removed since', async () => {
    const texts = await openTexts('en');
    fc.assert(
      fc.property(tenantKey, place, (key, put) => {
        const named = changeName(texts, put(key), new Map());
        expect(named).not.toMatch(/custom\.|extension_|extensionAttribute/);
        expect(named).not.toBe('');
      }),
    );
  });

  it('keeps the names that every tenant knows', async () => {
    const texts = await openTexts('nl');
    expect(changeName(texts, 'jobTitle', new Map())).toBe(allTexts.nl.fields.jobTitle);
  });
});

it('a change of many people says whose it is, and keeps the id of who is gone', () => {
  const id = '3f2c1c5e-0000-4000-8000-000000000001';
  const named = { people: new Map([[id, 'Ada Byron']]), nameOf: (path: string) => path.toUpperCase() };
  const other = id.replace('3', '4');
  expect(changeOfPerson(`person.${id}.jobTitle`, named)).toBe('Ada Byron: JOBTITLE');
  expect(changeOfPerson(`person.${id}`, named)).toBe('Ada Byron');
  expect(changeOfPerson(`person.${other}.jobTitle`, named)).toBe(`PERSON.${other.toUpperCase()}.JOBTITLE`);
  expect(changeOfPerson('jobTitle', named)).toBe('JOBTITLE');
});
