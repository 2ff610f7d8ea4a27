import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rule } from '../../../tests/support/people/assignments.ts';
import type { AssignmentRule as ContractRule } from '../../contract/signatures/assignments.ts';
import { chooseSignature } from '../assignment/chooseSignature.ts';
import type { AssignmentRule, Assignments } from '../assignment/assignment.ts';
import { leaveRules, withoutErasedMailboxes } from './leaveRules.ts';

const ada = { id: 'ada', displayName: 'Ada' };
const bob = { id: 'bob', displayName: 'Bob' };
const hers = 'ada@lindenhof.example';
const info = 'info@lindenhof.example';
const staff = { id: 'staff', displayName: 'Staff' };
const withRules = (rules: readonly AssignmentRule[]): Assignments => ({ rules, otherwise: { kind: 'builtIn' } });
const leave = (about: Partial<ContractRule>) =>
  leaveRules(withRules([rule({ kind: 'none' }, { name: 'CEO', ...about })]), {
    isPerson: ({ id }) => id === 'ada',
    isMailbox: (address) => address === hers,
  });

describe('taking a person out of rules', () => {
  test.each([
    ['for them alone', { people: [ada] }],
    ['about their mailbox alone', { mailboxes: [hers] }],
    ['about mail to them alone', { addressees: [hers] }],
    ['for others in their mailbox alone', { people: [bob], mailboxes: [hers] }],
    ['for them alone in other mailboxes', { people: [ada], mailboxes: [info] }],
  ])('a rule %s goes, because it would be for everybody', (_what, about) => {
    expect(leave(about)).toEqual({ assignments: withRules([]), gone: ['CEO'] });
  });

  test.each([
    ['others', { people: [ada, bob] }, { people: [bob] }],
    ['groups', { people: [ada], groups: [staff] }, { people: [], groups: [staff] }],
    ['units', { people: [ada], units: [staff] }, { people: [], units: [staff] }],
    ['other mailboxes', { mailboxes: [hers, info] }, { mailboxes: [info] }],
    ['mail to others', { addressees: [hers, 'example.com'] }, { addressees: ['example.com'] }],
  ])('a rule for %s as well stays for those', (_what, about, left) => {
    const { assignments, gone } = leave(about);
    expect([assignments.rules[0], gone]).toEqual([rule({ kind: 'none' }, { name: 'CEO', ...left }), []]);
  });

  test('rules that do not name them are the very same, those for everybody too', () => {
    const before = withRules([rule({ kind: 'none' }, {}), rule({ kind: 'none' }, { people: [bob] })]);
    expect(leaveRules(before, { isPerson: () => false, isMailbox: () => false }).assignments).toBe(before);
  });

  test('nobody else gets another signature by it', () => {
    const some = <T>(...all: readonly T[]) => fc.subarray([...all]);
    const anyRule = fc
      .record({
        ...{ people: some(ada, bob), groups: some(staff), units: some(staff), mailboxes: some(hers, info) },
        addressees: some(hers, 'example.com'),
      })
      .map((about) => rule({ kind: 'none' }, about));
    const mail = (from: string, addressed: readonly string[]) => ({
      addressed,
      ...{ teammateId: 'bob', composeType: 'newMail' as const, from, ownAddresses: [from], recipients: null },
      person: {
        ...{ id: 'bob', values: {}, countries: { person: '', manager: '' }, language: '', photoUrl: () => null },
        ...{ groups: new Set<string>(), units: new Set<string>(), today: { date: () => '2026-01-01' } },
      },
    });
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 3 }),
        fc.constantFrom('bob@lindenhof.example', info),
        fc.subarray(['example.com', 'example.org']),
        (rules, from, addressed) => {
          const before = withRules(rules);
          const after = leaveRules(before, { isPerson: ({ id }) => id === 'ada', isMailbox: (one) => one === hers });
          const outcomes = [before, after.assignments].map(
            (each) => chooseSignature(each, mail(from, addressed), () => true).outcome,
          );
          expect(outcomes[1]).toEqual(outcomes[0]);
        },
      ),
    );
  });

  test('what an earlier release left of an erased address is read as what it is now', () => {
    const mark = '(erased)';
    const rules = [rule({ kind: 'none' }, { mailboxes: [mark] }), rule({ kind: 'none' }, { mailboxes: [info, mark] })];
    const left = withoutErasedMailboxes(withRules(rules));
    expect(left).toEqual(withRules([rule({ kind: 'none' }, { mailboxes: [info] })]));
    expect(withoutErasedMailboxes(left)).toBe(left);
  });
});
