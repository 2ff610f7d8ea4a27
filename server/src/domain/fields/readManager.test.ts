import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { samplePerson, sampleTeammate } from '../../../tests/support/people/samplePeople.ts';
import type { ManagerProfile } from '../enrichment/enrichment.ts';
import { usualFields, usualRule, type FieldRule, type FieldSettings } from './fieldSettings.ts';
import { keptHidden } from './overrides/hidden.ts';
import { readManager } from './readManager.ts';
import { resolveFields } from './resolveFields.ts';

const day = { date: '2026-03-01', timeZone: 'Europe/Amsterdam' };
const bob = sampleTeammate({
  overrides: { jobTitle: 'Acting head', mobilePhone: '+31 6 11111111', country: 'Belgium' },
  overrideStamps: { jobTitle: { by: 'Admin', at: '2026-01-01T00:00:00.000Z', until: day } },
});
const on = (date: string) => (): string => date;
const withRules = (rules: Readonly<Record<string, Partial<FieldRule>>>): FieldSettings => ({
  ...usualFields,
  rules: Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, { ...usualRule(key), ...rule }])),
});
const never = { policy: 'never' } as const;
/** Which field of a person is which of their own where they are a manager. */
const same = [
  ['displayName', 'managerDisplayName'],
  ['jobTitle', 'managerJobTitle'],
  ['mail', 'managerMail'],
] as const;

describe('a manager in the signatures of others', () => {
  test('has what was set for them by hand, for as long as it counts', () => {
    const found = { teammate: bob, kept: null };
    const known = { jobTitle: 'Acting head', mobilePhone: '+31 6 11111111', country: 'Belgium', isTeammate: true };
    expect(readManager(found, { settings: usualFields, today: on('2026-03-01') })).toMatchObject(known);
    const later = readManager(found, { settings: usualFields, today: on('2026-03-02') });
    expect(later).toMatchObject({ ...known, jobTitle: 'Engineer' });
  });

  test('shows nothing that stays out of every signature, whether or not they are a teammate', () => {
    const settings = withRules({ mobilePhone: never, businessPhone: never, jobTitle: never });
    const kept: ManagerProfile = samplePerson();
    const blank = { jobTitle: null, businessPhones: [], mobilePhone: null };
    for (const found of [
      { teammate: bob, kept: null },
      { teammate: null, kept },
      { teammate: { ...bob, status: 'disabled' as const }, kept: null },
    ])
      expect(readManager(found, { settings })).toMatchObject(blank);
  });

  test('shows nothing that they left out of their own, for as long as that counts, also once they have none any more', () => {
    const stamp = { by: 'Bob', at: '2026-01-01T00:00:00.000Z' };
    const shy = sampleTeammate({
      overrides: { mobilePhone: keptHidden, jobTitle: keptHidden },
      overrideStamps: { mobilePhone: stamp, jobTitle: { ...stamp, until: day } },
    });
    const gone = { ...shy, status: 'disabled' as const };
    const kept: ManagerProfile = samplePerson();
    for (const found of [
      { teammate: shy, kept: null },
      { teammate: gone, kept },
      { teammate: gone, kept: null },
    ]) {
      const rules = { settings: usualFields };
      expect(readManager(found, { ...rules, today: on('2026-03-01') })).toMatchObject({
        ...{ mobilePhone: null, jobTitle: null, businessPhones: ['+31 30 123 4567'] },
      });
      expect(readManager(found, { ...rules, today: on('2026-03-02') })).toMatchObject({
        ...{ mobilePhone: null, jobTitle: 'Engineer' },
      });
    }
    const settings = withRules({ mobilePhone: { policy: 'directoryWins' } });
    expect(readManager({ teammate: shy, kept: null }, { settings })).toMatchObject({ mobilePhone: '06 12345678' });
  });

  test('shows nothing that a forgotten one left out, as their profile tells, as long as the rules let that count', () => {
    const kept: ManagerProfile = { ...samplePerson(), leftOut: ['mobilePhone', 'businessPhone', 'displayName'] };
    const gone = { teammate: null, kept };
    expect(readManager(gone, { settings: usualFields })).toMatchObject({
      ...{ displayName: 'Grace O’Connor', jobTitle: 'Engineer', businessPhones: [], mobilePhone: null },
      leftOut: ['businessPhone', 'mobilePhone'],
    });
    const settings = withRules({ mobilePhone: { policy: 'directoryWins' } });
    expect(readManager(gone, { settings })).toMatchObject({ businessPhones: [], mobilePhone: '06 12345678' });
    // Whoever is there says so themselves.
    const back = { teammate: { ...bob, overrides: {}, status: 'disabled' as const }, kept };
    expect(readManager(back, { settings: usualFields })).toMatchObject({ mobilePhone: '06 12345678', leftOut: [] });
  });

  test('is somebody seen last where they are no active teammate, and nobody where nobody is known', () => {
    const kept: ManagerProfile = { ...samplePerson(), jobTitle: 'Seen last' };
    const gone = { ...bob, status: 'disabled' as const };
    const rules = { settings: usualFields };
    expect(readManager({ teammate: gone, kept }, rules)).toMatchObject({ jobTitle: 'Seen last', country: '' });
    expect(readManager({ teammate: gone, kept: null }, rules)).toMatchObject({
      jobTitle: 'Engineer',
      isTeammate: false,
    });
    expect(readManager({ teammate: null, kept: null }, rules)).toBeNull();
  });

  test('reads as in their own signature, whatever the rules', () => {
    const anyRule = fc.record({
      policy: fc.constantFrom('overrideWins', 'directoryWins', 'fillIfEmpty', 'never'),
      blank: fc.constantFrom('clear', 'keep', 'fallback'),
      format: fc.constantFrom('asUsual', 'upper', 'capitalised'),
      fallback: fc.constantFrom('', 'Ask us'),
    });
    const rules = fc.record({ displayName: anyRule, jobTitle: anyRule, mail: anyRule, businessPhone: anyRule });
    const title = fc.constantFrom(null, '', 'head of IT');
    const overrides = fc.constantFrom(
      {},
      { jobTitle: 'Chief', mail: 'chief@x.example' },
      { jobTitle: keptHidden, businessPhone: keptHidden },
    );
    fc.assert(
      fc.property(rules, title, overrides, (...drawn) => {
        const [given, jobTitle, set] = drawn;
        const settings = withRules(given);
        const manager = sampleTeammate({
          ...{ profile: samplePerson({ jobTitle }), overrides: set },
          lastKnown: { jobTitle: 'Once a head' },
        });
        const own = new Map(resolveFields(manager, null, { settings }).map(({ key, value }) => [key, value]));
        const shown = resolveFields(sampleTeammate(), readManager({ teammate: manager, kept: null }, { settings }), {
          settings,
        });
        const ofManager = new Map(shown.map(({ key, value }) => [key, value]));
        for (const [key, theirs] of same) expect([theirs, ofManager.get(theirs)]).toEqual([theirs, own.get(key)]);
        const phone = own.get('businessPhone') || own.get('mobilePhone');
        expect(ofManager.get('managerPhone')).toBe(phone);
      }),
    );
  });
});
