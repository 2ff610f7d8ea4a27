import { expect, test } from '@jest/globals';
import { samplePerson, sampleTeammate } from '../../../../tests/support/people/samplePeople.ts';
import { applyOverrides } from './overrides.ts';
import { endedKeys, endsOn, withoutEnded } from './endedOverrides.ts';
import { resolveFields } from '../resolveFields.ts';

const stamp = { by: 'Admin', at: '2026-02-01T00:00:00.000Z' };
const until = { date: '2026-03-01', timeZone: 'Europe/Amsterdam' };
const person = applyOverrides(
  applyOverrides(
    sampleTeammate({ profile: samplePerson({ jobTitle: 'Engineer' }) }),
    { jobTitle: 'Acting lead' },
    {
      ...stamp,
      until,
    },
  ),
  { city: 'Delft' },
  stamp,
);
const titleOn = (day: string): string =>
  resolveFields(
    withoutEnded(person, () => day),
    null,
  ).find(({ key }) => key === 'jobTitle')?.value ?? '';

test('an override counts through its last day and not a day longer; others stay', () => {
  expect(['2026-02-28', '2026-03-01', '2026-03-02'].map(titleOn)).toEqual(['Acting lead', 'Acting lead', 'Engineer']);
  expect(withoutEnded(person, () => '2026-03-02').overrides).toEqual({ city: 'Delft' });
  expect(withoutEnded(person, () => '2026-03-01')).toBe(person);
});

test('its day is the one of its own time zone', () => {
  const today = (timeZone: string): string => (timeZone === until.timeZone ? '2026-03-02' : '2026-03-01');
  expect(endedKeys(person, today)).toEqual(['jobTitle']);
  expect(endsOn(person)).toBe('2026-03-01');
  expect(endsOn(withoutEnded(person, today))).toBeNull();
});

test('the same value for longer, or for good, is a change of it', () => {
  const later = { ...stamp, by: 'Somebody else' };
  expect(applyOverrides(person, { jobTitle: 'Acting lead' }, { ...later, until }).overrideStamps).toEqual(
    person.overrideStamps,
  );
  expect(applyOverrides(person, { jobTitle: 'Acting lead' }, later).overrideStamps?.['jobTitle']).toEqual(later);
});
