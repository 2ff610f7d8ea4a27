import { expect, test } from '@jest/globals';
import { languages } from '../../contract/signatures/languages.ts';
import { profileAttributes } from '../../domain/directory/directoryUser.ts';
import { usualFields, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { fieldTitle } from './fieldTitle.ts';

test.each(languages)('whatever a sync compares of everybody has a name in %s, and each another', (language) => {
  const titles = profileAttributes.map((field) => fieldTitle(usualFields, field, language));
  expect(titles.filter((title, at) => title === profileAttributes[at])).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
});

test('a field of the tenant is called as it named it, and by its key once it is gone', () => {
  const custom = [{ key: 'site', labels: { en: 'Site', nl: 'Locatie' }, type: 'text' as const }];
  const settings: FieldSettings = { ...usualFields, custom };
  const titles = languages.map((language) => fieldTitle(settings, 'custom.site', language));
  expect(titles).toEqual(languages.map((language) => (language === 'nl' ? 'Locatie' : 'Site')));
  expect(fieldTitle(usualFields, 'custom.site', 'de')).toBe('custom.site');
});
