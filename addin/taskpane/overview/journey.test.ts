import { describe, expect, it } from '@jest/globals';
import type { Selection } from '../../../server/src/contract/selection.ts';
import { doneSteps, nextStep, type JourneyFacts } from './journey.ts';
import { placeOf, placesFor } from '../navigation/navigation.ts';
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
const start: JourneyFacts = { connection: { state: 'notConnected' }, selection: null, runs: [], activeTeammates: 0 };
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
    expect(next({ connection, selection: everyone, runs: [preview], activeTeammates: 3 })).toBe('signature');
  });

  it('goes back to connecting when access is withdrawn', () => {
    expect(next({ connection: { state: 'revoked' }, selection: everyone, activeTeammates: 3 })).toBe('connect');
  });
});

describe('pages', () => {
  it('belong to the place they are under', () => {
    expect(placeOf('/sync/runs/1')?.name).toBe('sync');
    expect(placeOf('/')?.name).toBe('overview');
    expect(placeOf('/elsewhere')).toBeUndefined();
  });

  it('are those a role can use', () => {
    expect(placesFor('teammate').map(({ name }) => name)).not.toContain('select');
    expect(placesFor('admin')).toHaveLength(10);
    expect(placesFor('auditor').map(({ name }) => name)).toEqual(expect.arrayContaining(['sync', 'settings']));
  });
});

describe('what an address orders', () => {
  it('is read, and made-up values are ignored', () => {
    expect(readStartOrders('http://x.example/?consent=refused#/')).toEqual({ signIn: false, consent: 'refused' });
    expect(readStartOrders('http://x.example/?consent=<b>').consent).toBeNull();
    expect(readStartOrders(withSignInOrder('http://x.example/#/sync'))).toEqual({ signIn: true, consent: null });
  });
});
