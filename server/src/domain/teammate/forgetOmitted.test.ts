import { expect, test } from '@jest/globals';
import { samplePerson, sampleTeammate } from '../../../tests/support/people/samplePeople.ts';
import type { OmittedAttribute } from '../directory/directoryUser.ts';
import { forgetOmitted } from './forgetOmitted.ts';
import { teammateMarks } from './teammateMarks.ts';

test('what is not asked for any more goes, what the directory said last too, and what was set by hand stays', () => {
  const kept = samplePerson({ costCenter: 'NL-3' });
  const teammate = sampleTeammate({
    profile: { ...kept, extensionAttribute1: 'D4' },
    overrides: { mobilePhone: '112' },
    lastKnown: { businessPhone: '1', jobTitle: 'Lead', extensionAttribute1: 'D3' },
  });
  const omitted = ['businessPhones', 'mobilePhone', 'extensionAttribute1'] as const;
  const after = forgetOmitted(teammate, omitted);
  expect(after).toEqual({
    ...teammate,
    profile: { ...kept, businessPhones: [], mobilePhone: null, omitted },
    lastKnown: { jobTitle: 'Lead' },
  });
  expect(forgetOmitted(after, [...omitted])).toBe(after);
  expect(forgetOmitted(after, ['jobTitle'])).not.toHaveProperty('lastKnown');
});

test('it is known of everybody what was not asked for, also where nothing had to go, until it is asked for again', () => {
  const teammate = sampleTeammate();
  expect(forgetOmitted(teammate, [])).toBe(teammate);
  const after = forgetOmitted(teammate, ['faxNumber', 'costCenter']);
  expect(after).toEqual({ ...teammate, profile: { ...teammate.profile, omitted: ['faxNumber', 'costCenter'] } });
  expect(forgetOmitted(after, [])).toEqual(teammate);
});

test('who has no phone is told of by the phones that are asked for', () => {
  const marksOf = (mobilePhone: string | null, omitted: readonly OmittedAttribute[]) => {
    const profile = samplePerson({ mobilePhone, businessPhones: [] });
    return teammateMarks(forgetOmitted(sampleTeammate({ profile }), omitted));
  };
  expect(marksOf(null, [])).toContain('noPhone');
  expect(marksOf('112', [])).not.toContain('noPhone');
  expect(marksOf('112', ['mobilePhone'])).toContain('noPhone');
  expect(marksOf('112', ['mobilePhone', 'businessPhones'])).toEqual([]);
});
