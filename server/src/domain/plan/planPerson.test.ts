import { defaultSyncSettings } from '../settings/syncSettings.ts';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  anyPerson,
  inScope,
  outOfScope,
  samplePerson,
  sampleTeammate,
} from '../../../tests/support/people/samplePeople.ts';
import type { Departure, Teammate } from '../teammate/teammate.ts';
import { applyEntry, applyVerdict } from './applyEntry.ts';
import { planCounter } from './countPlan.ts';
import { diffProfile } from './diffProfile.ts';
import { planPerson, type PersonFacts } from './planPerson.ts';

const id = samplePerson().id;
const stamp = { runId: 'second', at: '2026-02-02T00:00:00.000Z' };
const facts = (change: Partial<PersonFacts>): PersonFacts => ({
  id,
  person: samplePerson(),
  teammate: null,
  verdict: inScope,
  settings: defaultSyncSettings,
  now: new Date(stamp.at),
  includesHeld: false,
  ...change,
});
const entryFor = (change: Partial<PersonFacts>) => {
  const decision = planPerson(facts(change));
  if (decision.kind !== 'entry') throw new Error(`no entry but ${decision.kind}`);
  return decision.entry;
};

describe('what a sync does to one person', () => {
  test('somebody new in scope is added with every attribute they have and none they lack', () => {
    const entry = entryFor({});
    expect(entry.action).toBe('add');
    expect(entry.changes.map(({ field }) => field)).toContain('department');
    expect(entry.changes.map(({ field }) => field)).not.toContain('faxNumber');
    expect(applyEntry(entry, null, stamp)).toMatchObject({ status: 'active', addedAt: stamp.at, lastRunId: 'second' });
  });

  test('a changed attribute is an update that names the old and the new value', () => {
    const entry = entryFor({ teammate: sampleTeammate(), person: samplePerson({ jobTitle: 'Lead', city: null }) });
    expect(entry).toMatchObject({
      action: 'update',
      changes: [
        { field: 'jobTitle', old: 'Engineer', new: 'Lead' },
        { field: 'city', old: 'Utrecht', new: null },
      ],
    });
  });

  test('somebody who left the scope is disabled and keeps profile and overrides', () => {
    const teammate = sampleTeammate({ overrides: { jobTitle: 'Chief' } });
    const entry = entryFor({ teammate, person: null, verdict: outOfScope });
    expect(entry.action).toBe('disable');
    expect(applyEntry(entry, teammate, stamp)).toMatchObject({
      status: 'disabled',
      disabledAt: stamp.at,
      profile: teammate.profile,
      overrides: { jobTitle: 'Chief' },
    });
  });

  test('somebody who returns is enabled with overrides and first day intact, and today’s profile', () => {
    const teammate = sampleTeammate({ status: 'disabled', disabledAt: stamp.at, overrides: { mobilePhone: '112' } });
    const entry = entryFor({ teammate, person: samplePerson({ department: 'Sales' }) });
    expect(entry.action).toBe('enable');
    expect(applyEntry(entry, teammate, stamp)).toMatchObject({
      status: 'active',
      disabledAt: null,
      addedAt: teammate.addedAt,
      overrides: { mobilePhone: '112' },
      profile: { department: 'Sales' },
    });
  });

  test('a held departure leaves the person active and waits for an admin', () => {
    const teammate = sampleTeammate();
    const entry = { ...entryFor({ teammate, verdict: outOfScope }), action: 'hold' as const };
    expect(applyEntry(entry, teammate, stamp)).toMatchObject({
      status: 'active',
      profile: teammate.profile,
      departure: { state: 'held', runId: 'second' },
    });
  });

  test('a held departure keeps the person current: the profile is today’s, as in the history', () => {
    const teammate = sampleTeammate();
    const person = samplePerson({ jobTitle: null });
    const entry = { ...entryFor({ teammate, person, verdict: outOfScope }), action: 'hold' as const };
    expect(applyEntry(entry, teammate, stamp)).toMatchObject({
      profile: person,
      lastKnown: { jobTitle: 'Engineer' },
      updatedAt: stamp.at,
    });
    const unchanged = { ...entry, changes: [], profile: null };
    expect(applyEntry(unchanged, teammate, stamp)).toMatchObject({ updatedAt: teammate.updatedAt });
  });

  test('a new reason alone is kept, but is no change an admin would be told of', () => {
    const verdict = { inScope: true, reasons: [{ kind: 'person' }] } as const;
    const decision = planPerson(facts({ teammate: sampleTeammate(), verdict }));
    expect(decision).toEqual({ kind: 'rescoped', verdict });
  });

  test('whoever is neither kept nor in scope is no business of ours', () => {
    expect(planPerson(facts({ verdict: outOfScope }))).toEqual({ kind: 'outside' });
  });

  test('phones in another order are a change, because the first one is shown', () => {
    const old = samplePerson({ businessPhones: ['1', '2'] });
    expect(diffProfile(old, samplePerson({ businessPhones: ['2', '1'] }))).toEqual([
      { field: 'businessPhones', old: ['1', '2'], new: ['2', '1'] },
    ]);
    expect(diffProfile(old, samplePerson({ businessPhones: ['1', '2'] }))).toEqual([]);
  });
});

const verdicts = fc.constantFrom(inScope, outOfScope, {
  inScope: false,
  omission: { kind: 'guest' },
  despite: [{ kind: 'everyone' }],
} as const);
const teammates: fc.Arbitrary<Teammate> = fc
  .record({ profile: anyPerson(id), status: fc.constantFrom('active' as const, 'disabled' as const), scope: verdicts })
  .map((change) => sampleTeammate({ ...change, overrides: { jobTitle: 'mine' } }));
/** A person the directory does not have is never in scope; that is the scope's promise. */
const anyFacts = fc
  .record({ person: fc.option(anyPerson(id)), teammate: fc.option(teammates), verdict: verdicts })
  .filter(({ person, teammate, verdict }) => (person !== null || !verdict.inScope) && (person ?? teammate) !== null)
  .map((values): PersonFacts => ({
    id,
    settings: defaultSyncSettings,
    now: new Date(stamp.at),
    includesHeld: false,
    ...values,
  }));

const after = (given: PersonFacts): Teammate | null => {
  const decision = planPerson(given);
  if (decision.kind === 'entry') return applyEntry(decision.entry, given.teammate, stamp);
  return decision.kind === 'rescoped' && given.teammate !== null
    ? applyVerdict(given.teammate, decision.verdict, stamp.runId)
    : given.teammate;
};

describe('plans in general', () => {
  test('after a plan is applied, planning again finds nothing to do', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const again = planPerson({ ...given, teammate: after(given) });
        expect(['unchanged', 'outside']).toContain(again.kind);
      }),
      { numRuns: 1000 },
    );
  });

  test('afterwards whoever is in scope is an active teammate with today’s profile, and nobody else is active', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const teammate = after(given);
        expect(teammate?.status === 'active').toBe(given.verdict.inScope);
        if (given.verdict.inScope) expect(teammate?.profile).toEqual(given.person);
        if (given.teammate !== null) expect(teammate?.overrides).toEqual({ jobTitle: 'mine' });
      }),
      { numRuns: 1000 },
    );
  });

  test('a departure that waits or was discarded stays as it is until the person is in scope again', () => {
    const departures = fc.constantFrom<Departure>(
      { state: 'held', runId: 'first', at: stamp.at },
      { state: 'kept', by: 'Admin', at: stamp.at },
    );
    fc.assert(
      fc.property(anyFacts, departures, (given, departure) => {
        fc.pre(given.teammate !== null);
        const waiting = sampleTeammate({ ...given.teammate, departure });
        const then = after({ ...given, teammate: waiting });
        const isBack = given.verdict.inScope;
        expect([then?.status, then?.departure]).toEqual(isBack ? ['active', null] : [waiting.status, departure]);
      }),
      { numRuns: 1000 },
    );
  });

  test('the counts add up: everybody with business here is counted once', () => {
    fc.assert(
      fc.property(fc.array(anyFacts), (all) => {
        const counter = planCounter();
        for (const given of all) counter.add(planPerson(given), given.verdict);
        const { add, update, enable, disable, hold, unchanged, inScope: covered } = counter.counts();
        const outside = all.filter((given) => planPerson(given).kind === 'outside').length;
        expect(add + update + enable + disable + hold + unchanged + outside).toBe(all.length);
        expect(covered).toBe(all.filter((given) => given.verdict.inScope).length);
      }),
    );
  });
});
