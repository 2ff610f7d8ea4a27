import { describe, expect, test } from '@jest/globals';
import { samplePerson } from '../../../tests/support/people/samplePeople.ts';
import { builtInDesign } from '../design/builtInDesign.ts';
import { fieldUses } from '../design/check/piecesOf.ts';
import { keptHidden } from './overrides/hidden.ts';
import { completeness, completenessOf, fieldsInUse } from './completeness.ts';

describe('how complete a person is', () => {
  test('is measured by the fields that the signature shows', () => {
    const parts = ['streetAddress', 'postalCode', 'city'];
    const shown = fieldUses(builtInDesign.newMail)
      .map(({ field }) => field.slice('person.'.length))
      .flatMap((key) => (key === 'address' ? parts : [key]));
    expect(shown.sort()).toEqual([...fieldsInUse].sort());
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

  test('misses nothing that was left out, whether or not the directory has it', () => {
    const profile = samplePerson({ department: null, city: null });
    const overrides = { department: keptHidden, mobilePhone: keptHidden };
    expect(completenessOf({ profile, overrides })).toEqual({ filled: 9, of: 10, missing: ['city'] });
  });

  test('does not count what nobody asked for', () => {
    const profile = samplePerson({ mobilePhone: null, city: null, omitted: ['mobilePhone', 'faxNumber'] });
    expect(completenessOf({ profile, overrides: {} })).toEqual({ filled: 8, of: 9, missing: ['city'] });
  });

  test('of nothing in use is whole', () => {
    expect(completeness([], [])).toEqual({ filled: 0, of: 0, missing: [] });
    expect(completeness([], ['jobTitle'])).toEqual({ filled: 0, of: 1, missing: ['jobTitle'] });
  });
});
