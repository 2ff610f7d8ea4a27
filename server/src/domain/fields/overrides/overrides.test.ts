import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { examplesByCountry, notationsOf } from '../../../../tests/support/people/phoneNotations.ts';
import { sampleTeammate } from '../../../../tests/support/people/samplePeople.ts';
import { usualFields, usualRule, type FieldPolicy, type FieldSettings } from '../fieldSettings.ts';
import { hidden, keptHidden } from './hidden.ts';
import { applyOverrides, isHideable, readOverride } from './overrides.ts';
import { resolveFields } from '../resolveFields.ts';
import { smartFields } from '../smartFields.ts';

const settings: FieldSettings = {
  rules: {
    jobTitle: { ...usualRule('jobTitle'), editableBy: 'teammate' },
    city: { ...usualRule('city'), editableBy: 'nobody' },
    'custom.site': { ...usualRule('custom.site'), editableBy: 'teammate' },
  },
  custom: [
    { key: 'site', labels: { en: 'Site', nl: 'Site' }, type: 'url' },
    { key: 'since', labels: { en: 'Since', nl: 'Sinds' }, type: 'date' },
  ],
};
const asAdmin = { settings: usualFields, setter: 'admin' } as const;

describe('a value set by hand', () => {
  test.each([
    ['jobTitle', ' Head of\u202e Care ', { value: 'Head of Care' }],
    ['jobTitle', '\u200b', { problem: 'override-blank' }],
    ['jobTitle', 'x'.repeat(257), { problem: 'override-too-long' }],
    ['businessPhone', '+31 (0)30-123 45.67 ext. 12', { value: '+31 (0)30-123 45.67 ext. 12' }],
    ['mobilePhone', '112', { value: '112' }],
    ['mobilePhone', '06\u201112345678', { value: '06\u201112345678' }],
    ['mobilePhone', '06\u202f12345678', { value: '06\u202f12345678' }],
    ['mobilePhone', '(+31) 6 12345678, ext. 12', { value: '(+31) 6 12345678, ext. 12' }],
    ['mobilePhone', '020 1234567 Extension: 12', { value: '020 1234567 Extension: 12' }],
    ['mobilePhone', '020 1234567;ext=12', { value: '020 1234567;ext=12' }],
    ['mobilePhone', '\u200e٠٥٠ ١٢٣ ٤٥٦٧', { value: '\u200e٠٥٠ ١٢٣ ٤٥٦٧' }],
    ['mobilePhone', 'Tel. 020 1234567', { value: 'Tel. 020 1234567' }],
    ['mobilePhone', '+ ( ) -', { problem: 'override-phone' }],
    ['mobilePhone', 'ask me', { problem: 'override-phone' }],
    ['mail', 'müller@contoso.example', { value: 'müller@contoso.example' }],
    ['mail', 'Ada <ada@contoso.example>', { problem: 'override-mail' }],
    ['mail', 'ada@contoso', { problem: 'override-mail' }],
    ['userPrincipalName', 'a@b.example', { problem: 'override-field' }],
    ['__proto__', 'x', { problem: 'override-field' }],
  ])('%s %j is %j', (key, raw, expected) => {
    expect(readOverride(key, raw, asAdmin)).toEqual(expected);
  });

  test.each([
    ['custom.site', 'example.com/ada', 'admin', { value: 'example.com/ada' }],
    ['custom.site', 'javascript:alert(1)', 'teammate', { problem: 'override-url' }],
    ['custom.since', '2026-02-28', 'admin', { value: '2026-02-28' }],
    ['custom.since', '2026-02-30', 'admin', { problem: 'override-date' }],
    ['custom.since', '2026-02-28', 'teammate', { problem: 'override-field' }],
    ['jobTitle', 'Chief', 'teammate', { value: 'Chief' }],
    ['department', 'Care', 'teammate', { problem: 'override-field' }],
    ['city', 'Utrecht', 'admin', { problem: 'override-field' }],
    ['custom.gone', 'x', 'admin', { problem: 'override-field' }],
  ] as const)('%s %j by %s is %j where the tenant has fields and rules of its own', (...row) => {
    const [key, raw, setter, expected] = row;
    expect(readOverride(key, raw, { settings, setter })).toEqual(expected);
  });

  test('may be a number in any notation that signatures read', () => {
    const refused = examplesByCountry.flatMap(([, example]) =>
      [...notationsOf(example), `${example.formatInternational()} ext. 12`].filter(
        (written) => 'problem' in readOverride('mobilePhone', written, asAdmin),
      ),
    );
    expect(refused).toEqual([]);
  });

  test.each([
    ['mobilePhone', 'overrideWins', 'admin', { value: keptHidden }],
    ['mobilePhone', 'fillIfEmpty', 'admin', { value: keptHidden }],
    ['mobilePhone', 'directoryWins', 'admin', { problem: 'override-unused' }],
    ['mobilePhone', 'never', 'admin', { problem: 'override-unused' }],
    ['mobilePhone', 'overrideWins', 'teammate', { problem: 'override-field' }],
    ['jobTitle', 'overrideWins', 'teammate', { value: keptHidden }],
    ['mail', 'overrideWins', 'admin', { value: keptHidden }],
    ['displayName', 'overrideWins', 'admin', { problem: 'override-needed' }],
    ['userPrincipalName', 'overrideWins', 'admin', { problem: 'override-field' }],
    ['city', 'overrideWins', 'admin', { problem: 'override-field' }],
  ] as const)('%s left out under %s by %s is %j', (...row) => {
    const [key, policy, setter, expected] = row;
    const rule = { ...(settings.rules[key] ?? usualRule(key)), policy: policy satisfies FieldPolicy };
    const ruled = { ...settings, rules: { ...settings.rules, [key]: rule } };
    expect(readOverride(key, hidden, { settings: ruled, setter })).toEqual(expected);
    expect(isHideable(key, ruled, setter)).toBe('value' in expected);
  });

  test('is read in time however long it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...smartFields.map(({ key }) => key)), fc.string({ size: '+3' }), (key, raw) => {
        const read = readOverride(key, raw, asAdmin);
        if ('value' in read) expect(readOverride(key, read.value, asAdmin)).toEqual(read);
      }),
    );
  });

  test('wins over the directory until it is taken away, and says who set it', () => {
    const before = sampleTeammate();
    const stamp = { by: 'Anna', at: '2026-02-01T00:00:00.000Z' };
    const set = applyOverrides(before, { jobTitle: 'Chief' }, stamp);
    expect(set).toMatchObject({ overrides: { jobTitle: 'Chief' }, overrideStamps: { jobTitle: stamp } });
    expect(resolveFields(set, null).find(({ key }) => key === 'jobTitle')).toMatchObject({
      ...{ value: 'Chief', source: 'override', directory: 'Engineer' },
    });
    const later = { by: 'Bob', at: '2026-03-01T00:00:00.000Z' };
    expect(applyOverrides(set, { jobTitle: 'Chief' }, later).overrideStamps).toEqual({ jobTitle: stamp });
    expect(applyOverrides(set, { jobTitle: null }, later)).toEqual({
      ...before,
      ...{ overrideStamps: {}, updatedAt: later.at },
    });
  });
});
