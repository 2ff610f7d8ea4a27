import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { usualFields, usualRule, type FieldSettings } from '../fields/fieldSettings.ts';
import { keptHidden } from '../fields/overrides/hidden.ts';
import { readManager } from '../fields/readManager.ts';
import { sampleTeammate } from '../../../tests/support/people/samplePeople.ts';
import { completenessOf } from '../fields/completeness.ts';
import type { DirectoryUser } from '../directory/directoryUser.ts';
import { phoneLink } from '../signature/formatPhone.ts';
import { openFindings, type FindingRules } from './findingsOf.ts';

const ada: DirectoryUser = {
  ...{ id: 'ada', userPrincipalName: 'ada@one.example', accountEnabled: true, userType: 'Member' },
  ...{ mail: 'ada@one.example', displayName: 'Ada Lovelace', givenName: 'Ada', surname: 'Lovelace' },
  ...{ jobTitle: 'Engineer', department: 'Research', companyName: 'One', officeLocation: null, employeeId: 'AB-12345' },
  ...{ businessPhones: ['+31 30 234 5678'], mobilePhone: '06 12345678', faxNumber: null, preferredLanguage: 'nl' },
  ...{ streetAddress: 'Maliebaan 1', city: 'Utrecht', state: null, postalCode: '3581 CA', country: 'NEDERLAND' },
};

const look = (profile: Partial<DirectoryUser>, more: Partial<FindingRules> = {}, overrides = {}) =>
  openFindings({
    settings: usualFields,
    isPublished: () => false,
    isPhone: (value, country) => phoneLink(value, country) !== '',
    ...more,
  })({ teammate: { profile: { ...ada, ...profile }, overrides }, manager: null, hasPhoto: null });

const found = (...asked: Parameters<typeof look>) =>
  look(...asked).findings.map(({ kind, field, value }) => [kind, field, value]);

describe('what is wrong with the fields of somebody', () => {
  it('is nothing where all is well, with codes in capitals and short words', () => {
    expect(found({ country: 'NL', department: 'HR' })).toEqual([]);
  });

  it.each([
    [{ jobTitle: null }, ['blank', 'jobTitle', '']],
    [{ jobTitle: ' \u200b' }, ['blank', 'jobTitle', '']],
    [{ mobilePhone: 'ask Grace' }, ['phone', 'mobilePhone', 'ask Grace']],
    [{ jobTitle: 'SENIOR ENGINEER' }, ['shouting', 'jobTitle', 'SENIOR ENGINEER']],
    [{ city: 'ÉVORA CITY' }, ['shouting', 'city', 'ÉVORA CITY']],
    [{ surname: 'Lovelace ' }, ['spaces', 'surname', 'Lovelace ']],
    [{ displayName: 'Ada  Lovelace' }, ['spaces', 'displayName', 'Ada  Lovelace']],
  ])('is told of %j', (profile, finding) => {
    expect(found(profile)).toEqual([finding]);
  });

  it('says nothing of an empty field that no signature shows, until one is published that does', () => {
    expect(found({ faxNumber: null })).toEqual([]);
    expect(found({}, { isPublished: (path) => path === 'person.faxNumber' })).toEqual([['blank', 'faxNumber', '']]);
  });

  it('goes by what counts: a value set by hand, a format that calms down, a field that is never shown', () => {
    const ruled = (rule: Partial<FieldSettings['rules'][string]>): Partial<FindingRules> => ({
      settings: { ...usualFields, rules: { jobTitle: { ...usualRule('jobTitle'), ...rule } } },
    });
    const shouted = { jobTitle: 'SENIOR ENGINEER' };
    expect(found(shouted, {}, { jobTitle: 'Engineer' })).toEqual([]);
    expect(found(shouted, ruled({ format: 'capitalised' }))).toEqual([]);
    expect(found(shouted, ruled({ policy: 'never' }))).toEqual([]);
    expect(found({ jobTitle: null }, ruled({ policy: 'never' }))).toEqual([]);
    expect(found({ jobTitle: null }, ruled({ blank: 'fallback', fallback: 'Colleague' }))).toEqual([
      ['blank', 'jobTitle', ''],
    ]);
  });

  it('is nothing where somebody left the field out, which counts as decided, unless the directory decides', () => {
    const [blank, out] = [{ jobTitle: null }, { jobTitle: keptHidden }];
    expect(found(blank, {}, out)).toEqual([]);
    expect(found({ jobTitle: 'SENIOR ENGINEER' }, {}, out)).toEqual([]);
    expect(look(blank, {}, out).fields.find(({ key }) => key === 'jobTitle')).toMatchObject({ isFilled: true });
    const rule = { ...usualRule('jobTitle'), policy: 'directoryWins' as const };
    expect(found(blank, { settings: { ...usualFields, rules: { jobTitle: rule } } }, out)).toEqual([
      ['blank', 'jobTitle', ''],
    ]);
  });

  describe('of a manager', () => {
    const published: Partial<FindingRules> = { isPublished: (path) => path.startsWith('manager.') };
    const ofManager = (manager: Parameters<typeof sampleTeammate>[0], more: Partial<FindingRules> = {}) => {
      const rules = { settings: usualFields, isPhone: () => true, isPublished: () => false, ...published, ...more };
      const known = readManager({ teammate: sampleTeammate(manager), kept: null }, rules);
      const { fields, findings } = openFindings(rules)({
        ...{ teammate: { profile: ada, overrides: {} }, manager: known, hasPhoto: true },
      });
      const filled = fields.flatMap(({ key, isFilled }) => (isFilled && key.startsWith('manager') ? [key] : []));
      return { filled, blank: findings.map(({ field }) => field) };
    };
    const every = ['managerDisplayName', 'managerJobTitle', 'managerMail', 'managerPhone'];
    const bare = { ...sampleTeammate().profile, jobTitle: null, businessPhones: [], mobilePhone: null };

    it('is nothing with those who report to them where the manager left it out, unless the directory decides', () => {
      const overrides = { jobTitle: keptHidden, mail: keptHidden, businessPhone: keptHidden, mobilePhone: keptHidden };
      expect(ofManager({ overrides })).toEqual({ filled: every, blank: [] });
      expect(ofManager({ overrides, status: 'disabled' })).toEqual({ filled: every, blank: [] });
      expect(ofManager({ profile: bare })).toMatchObject({ blank: ['managerJobTitle', 'managerPhone'] });
      const rule = { ...usualRule('jobTitle'), policy: 'directoryWins' as const };
      const settings = { ...usualFields, rules: { jobTitle: rule } };
      expect(ofManager({ overrides, profile: bare }, { settings })).toMatchObject({ blank: ['managerJobTitle'] });
    });

    it('is nothing where one of two numbers was left out, whether the other is shown or there is none', () => {
      const overrides = { businessPhone: keptHidden };
      expect(ofManager({ overrides })).toEqual({ filled: every, blank: [] });
      const profile = { ...sampleTeammate().profile, mobilePhone: null };
      expect(ofManager({ overrides, profile })).toEqual({ filled: every, blank: [] });
      expect(ofManager({ profile: bare, overrides: { jobTitle: keptHidden } })).toMatchObject({
        blank: ['managerPhone'],
      });
    });
  });

  it('names a photo only where somebody looked and there is none', () => {
    const rules = { settings: usualFields, isPublished: () => false, isPhone: () => true };
    const photos = [null, true, false].map((hasPhoto) =>
      openFindings(rules)({ teammate: { profile: ada, overrides: {} }, manager: null, hasPhoto }),
    );
    expect(photos.map(({ findings }) => findings.map(({ kind }) => kind))).toEqual([[], [], ['photo']]);
  });

  it('agrees with what lists call missing, whatever is written there', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(' ', '\u200b'),
    );
    const profiles = fc.record({ displayName: value, jobTitle: value, mail: value, mobilePhone: value, city: value });
    fc.assert(
      fc.property(
        profiles,
        fc.dictionary(fc.constantFrom('jobTitle', 'city', 'mail'), fc.string()),
        (profile, overrides) => {
          const blank = look(profile, {}, overrides).findings.filter(({ kind }) => kind === 'blank');
          const { missing } = completenessOf({ profile: { ...ada, ...profile }, overrides });
          expect(blank.map(({ field }) => field)).toEqual(missing);
        },
      ),
    );
  });
});
