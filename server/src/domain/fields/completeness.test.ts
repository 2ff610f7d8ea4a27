import { describe, expect, test } from '@jest/globals';
import { samplePerson } from '../../../tests/support/samplePeople.ts';
import { defaultTemplate } from '../signature/defaultTemplate.ts';
import { completeness, completenessOf, fieldsInUse } from './completeness.ts';
import { smartFields } from './smartFields.ts';

describe('how complete a person is', () => {
  test('is measured by the fields that the signature shows', () => {
    const html = Object.values(defaultTemplate.html).join(' ');
    const shown = smartFields.map(({ key }) => key).filter((key) => new RegExp(`\\b${key}\\b`).test(html));
    expect(shown.filter((key) => !['state', 'country'].includes(key)).sort()).toEqual([...fieldsInUse].sort());
  });

  test('names what nobody can see, in the order of the fields', () => {
    const person = samplePerson({ department: '\u200b', city: null, businessPhones: [' ', '1'] });
    expect(completenessOf({ profile: person, overrides: {} })).toEqual({
      ...{ filled: 8, of: 10 },
      missing: ['department', 'city'],
    });
  });

  test('counts what was set here, and not what was set to nothing', () => {
    const profile = samplePerson({ department: null, city: null });
    const overrides = { department: 'Care', city: ' ', jobTitle: ' ' };
    expect(completenessOf({ profile, overrides })).toMatchObject({ filled: 9, missing: ['city'] });
  });

  test('of nothing in use is whole', () => {
    expect(completeness([], [])).toEqual({ filled: 0, of: 0, missing: [] });
    expect(completeness([], ['jobTitle'])).toEqual({ filled: 0, of: 1, missing: ['jobTitle'] });
  });
});
