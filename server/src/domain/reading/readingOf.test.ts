import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { samplePerson, sampleTeammate } from '../../../tests/support/people/samplePeople.ts';
import { optionalAttributes, profileAttributes } from '../directory/directoryUser.ts';
import { selectedProperties } from './peopleReading.ts';
import { forgetOmitted } from '../teammate/forgetOmitted.ts';
import { designValues, mailboxValues } from '../fields/paths/designValues.ts';
import { usualFields, usualRule, type FieldSettings } from '../fields/fieldSettings.ts';
import { isOptional, readingOf } from './readingOf.ts';
import { readManager } from '../fields/readManager.ts';
import { resolveFields } from '../fields/resolveFields.ts';
import { smartFields } from '../fields/smartFields.ts';

const taken = ['extensionAttribute1', 'costCenter', 'otherMailAddresses'] as const;
const keys = [...smartFields.map(({ key }) => key), ...taken];

const anyRule = fc.record({
  policy: fc.constantFrom('overrideWins', 'directoryWins', 'fillIfEmpty', 'never', 'never'),
  blank: fc.constantFrom('clear', 'keep', 'fallback'),
  fallback: fc.constantFrom('', 'words'),
  format: fc.constantFrom('asUsual', 'upper', 'national'),
  editableBy: fc.constantFrom('nobody', 'admin', 'teammate'),
});
const anySettings: fc.Arbitrary<FieldSettings> = fc
  .record({ rules: fc.dictionary(fc.constantFrom(...keys), anyRule, { maxKeys: 12 }), used: fc.subarray([...taken]) })
  .map(({ rules, used }) => ({
    rules: rules as FieldSettings['rules'],
    custom: [],
    directory: used.map((attribute) => ({ attribute, labels: { en: attribute, nl: attribute }, type: 'text' })),
  }));
const never = (...shown: readonly string[]): FieldSettings => ({
  ...usualFields,
  rules: Object.fromEntries(shown.map((key) => [key, { ...usualRule(key), policy: 'never' }])),
});
const some = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), fc.constantFrom('one', '+31 6 12345678', '<hide>'), { maxKeys: 6 });

describe('what is asked of the directory', () => {
  test('is all that every tenant has, where no field is kept from everybody', () => {
    expect(readingOf(usualFields)).toEqual({ attributes: [], omitted: [] });
    expect(selectedProperties(readingOf(usualFields))).toEqual(['id', ...profileAttributes]);
  });

  test('leaves out what is shown to nobody, by the attribute it is read from', () => {
    const reading = readingOf(never('mobilePhone', 'businessPhone', 'faxNumber', 'employeeId'));
    expect(reading.omitted).toEqual(['businessPhones', 'mobilePhone', 'faxNumber', 'employeeId']);
    const select = selectedProperties(reading);
    expect(profileAttributes.filter((name) => !select.includes(name))).toEqual(reading.omitted);
  });

  test('keeps what says who somebody is, whether they are in scope or how their fields are written', () => {
    const always = profileAttributes.filter((name) => !(optionalAttributes as readonly string[]).includes(name));
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(selectedProperties(readingOf(settings))).toEqual(expect.arrayContaining(['id', ...always]));
      }),
    );
    expect(always).toEqual([
      ...['userPrincipalName', 'accountEnabled', 'userType', 'mail', 'displayName', 'givenName', 'surname'],
      ...['country', 'preferredLanguage'],
    ]);
  });

  test('is each attribute of a field that is shown, and none that is optional of one that is not', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { attributes, omitted } = readingOf(settings);
        const used = (settings.directory ?? []).map(({ attribute }) => attribute);
        expect([...attributes, ...omitted.filter((name) => used.some((each) => each === name))].sort()).toEqual(
          used.sort(),
        );
        for (const key of [...smartFields.map((field) => field.key), ...used]) {
          const attribute = key === 'businessPhone' ? 'businessPhones' : key;
          const isNever = settings.rules[key]?.policy === 'never';
          expect([key, omitted.some((name) => name === attribute)]).toEqual([
            key,
            isNever && isOptional(settings, key),
          ]);
        }
      }),
    );
  });

  test('takes nothing out of any signature, condition or address, their own or of those who report to them', () => {
    const anybody = fc.record({
      overrides: some(keys),
      lastKnown: some(keys),
      status: fc.constantFrom('active' as const, 'disabled' as const),
      profile: fc.record({ city: fc.constantFrom(null, 'Utrecht'), country: fc.constantFrom(null, 'Nederland', 'US') }),
    });
    fc.assert(
      fc.property(anySettings, anybody, (settings, { profile, ...given }) => {
        const extended = Object.fromEntries(taken.map((attribute) => [attribute, 'D4']));
        const before = sampleTeammate({ ...given, profile: samplePerson({ ...profile, ...extended }) });
        const after = forgetOmitted(before, readingOf(settings).omitted);
        const shownBy = (teammate: typeof before) => {
          const fields = resolveFields(teammate, null, { settings });
          const managers = [null, teammate.profile].map((kept) => readManager({ teammate, kept }, { settings }));
          return [designValues(fields), mailboxValues(fields), ...managers];
        };
        expect(shownBy(after)).toEqual(shownBy(before));
        expect(after.overrides).toEqual(before.overrides);
      }),
      { numRuns: 500 },
    );
  });
});
