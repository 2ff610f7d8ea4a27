import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { findWaiting, forgetFields, noProposals, propose, refuse, type Proposals } from './proposals.ts';

const fields = ['jobTitle', 'city', 'custom.site'] as const;
const field = fc.constantFrom(...fields);
const at = fc.integer({ min: 1, max: 9 }).map((day) => `2026-01-0${String(day)}T00:00:00.000Z`);
const proposal = fc.record({ field, value: fc.constantFrom('a', 'b'), at });

type Step = (before: Proposals) => Proposals;
const step: fc.Arbitrary<Step> = fc.oneof(
  proposal.map(
    (each): Step =>
      (before) =>
        propose(before, [each]),
  ),
  proposal.map(
    (each): Step =>
      (before) =>
        refuse(before, { ...each, by: 'Admin', reason: '' }),
  ),
  field.map(
    (each): Step =>
      (before) =>
        forgetFields(before, [each]),
  ),
);
const after = fc.array(step).map((steps) => steps.reduce((proposals, next) => next(proposals), noProposals('ada')));

test('of a field one thing waits or was refused, never both', () => {
  fc.assert(
    fc.property(after, ({ waiting, refused }) => {
      const all = [...waiting, ...refused].map((each) => each.field);
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

test('proposing the same again keeps its turn, another value begins anew and forgets a refusal', () => {
  fc.assert(
    fc.property(after, proposal, (before, each) => {
      const waited = findWaiting(before, each.field);
      const now = propose(before, [each]);
      expect(findWaiting(now, each.field)).toEqual(waited?.value === each.value ? waited : each);
      expect(now.refused.some((refusal) => refusal.field === each.field)).toBe(false);
      expect(propose(now, [{ ...each, at: 'later' }])).toEqual(now);
    }),
  );
});
