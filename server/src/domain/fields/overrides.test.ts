import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { sampleTeammate } from '../../../tests/support/samplePeople.ts';
import { applyOverrides, readOverride } from './overrides.ts';
import { resolveFields } from './resolveFields.ts';
import { smartFields } from './smartFields.ts';

describe('a value set by hand', () => {
  test.each([
    ['jobTitle', ' Head of\u202e Care ', { value: 'Head of Care' }],
    ['jobTitle', '\u200b', { problem: 'override-blank' }],
    ['jobTitle', 'x'.repeat(257), { problem: 'override-too-long' }],
    ['businessPhone', '+31 (0)30-123 45.67 ext. 12', { value: '+31 (0)30-123 45.67 ext. 12' }],
    ['mobilePhone', '112', { value: '112' }],
    ['mobilePhone', '+ ( ) -', { problem: 'override-phone' }],
    ['mobilePhone', 'ask me', { problem: 'override-phone' }],
    ['mail', 'müller@contoso.example', { value: 'müller@contoso.example' }],
    ['mail', 'Ada <ada@contoso.example>', { problem: 'override-mail' }],
    ['mail', 'ada@contoso', { problem: 'override-mail' }],
    ['userPrincipalName', 'a@b.example', { problem: 'override-field' }],
    ['__proto__', 'x', { problem: 'override-field' }],
  ])('%s %j is %j', (key, raw, expected) => {
    expect(readOverride(key, raw)).toEqual(expected);
  });

  test('is read in time however long it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...smartFields.map(({ key }) => key)), fc.string({ size: '+3' }), (key, raw) => {
        const read = readOverride(key, raw);
        if ('value' in read) expect(readOverride(key, read.value)).toEqual(read);
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
