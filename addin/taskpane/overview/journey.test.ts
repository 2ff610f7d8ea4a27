import { describe, expect, it } from '@jest/globals';
import type { Selection } from '../../../server/src/contract/people/selection.ts';
import { doneSteps, isSetUp, nextStep, type JourneyFacts } from './journey.ts';
import { readStartOrders, withSignInOrder } from '../start/startOrders.ts';

const everyone: Selection = {
  everyone: true,
  units: [],
  groups: [],
  people: [],
  excludedGroups: [],
  excludedPeople: [],
  filters: { enabledAccountsOnly: true, guests: 'exclude', withMailboxOnly: true, domains: [] },
};
const start: JourneyFacts = {
  connection: { state: 'notConnected' },
  selection: null,
  runs: [],
  activeTeammates: 0,
  signatures: [],
  seen: 0,
};
const next = (facts: Partial<JourneyFacts>) => nextStep(doneSteps({ ...start, ...facts }));

describe('the way to the first signature', () => {
  const connection = { state: 'connected' } as const;
  const preview = { kind: 'preview', status: 'succeeded' } as const;

  it('goes step by step', () => {
    expect(next({})).toBe('connect');
    expect(next({ connection })).toBe('select');
    expect(next({ connection, selection: { ...everyone, everyone: false } })).toBe('select');
    expect(next({ connection, selection: everyone })).toBe('preview');
    expect(next({ connection, selection: everyone, runs: [{ ...preview, status: 'failed' }] })).toBe('preview');
    expect(next({ connection, selection: everyone, runs: [preview] })).toBe('sync');
    const synced = { connection, selection: everyone, runs: [preview], activeTeammates: 3 };
    expect(next(synced)).toBe('design');
    expect(next({ ...synced, signatures: [{ publishedVersion: null, usedInRules: 1 }] })).toBe('design');
    expect(next({ ...synced, signatures: [{ publishedVersion: 1, usedInRules: 0 }] })).toBe('design');
    const designed = { ...synced, signatures: [{ publishedVersion: 1, usedInRules: 1 }] };
    expect(next(designed)).toBe('outlook');
    expect(next({ ...designed, seen: 1 })).toBeNull();
  });

  it('is over after the first sync, also while access is withdrawn, and begins anew after a disconnect', () => {
    const after = { ...start, connection, selection: everyone, activeTeammates: 3 };
    expect(isSetUp(after)).toBe(true);
    expect(isSetUp({ ...after, connection: { state: 'revoked' } })).toBe(true);
    expect(isSetUp({ ...after, connection: { state: 'revoked' }, activeTeammates: 0 })).toBe(false);
    expect(isSetUp({ ...after, connection: { state: 'notConnected' } })).toBe(false);
    expect(isSetUp({ ...after, selection: { ...everyone, everyone: false } })).toBe(false);
    expect(isSetUp(start)).toBe(false);
  });
});

describe('what an address orders', () => {
  it('is read, and made-up values are ignored', () => {
    expect(readStartOrders('http://x.example/?consent=refused#/')).toEqual({ signIn: false, consent: 'refused' });
    expect(readStartOrders('http://x.example/?consent=<b>').consent).toBeNull();
    expect(readStartOrders(withSignInOrder('http://x.example/#/sync'))).toEqual({ signIn: true, consent: null });
  });
});
