import { describe, expect, it } from '@jest/globals';
import { actionOf, needsYou, type NeedFacts } from './needs.ts';

const at = '2026-11-22T12:00:00.000Z';
const sync = { isActive: true, isPaused: false, lastFailure: null, lastSync: { runId: 'r', at, fullAt: at }, held: 0 };
const connection = { state: 'connected', problem: null, registration: null } as const;
const registration = {
  clientId: 'c',
  credential: 'secret',
  thumbprint: null,
  expiresAt: at,
  savedAt: at,
  savedBy: { id: 'p', displayName: 'P' },
} as const;
const failure = { code: 'directory-throttled', message: '', at };
const calm: NeedFacts = {
  sync,
  connection,
  proposals: 0,
  webhooks: [{ enabled: false, disabledBecause: null }],
  signatures: [],
  now: Date.parse('2026-11-29T12:00:00.000Z'),
};
const signature = { id: 's', name: 'Sales', state: 'changed', usedInRules: 1, updatedAt: at } as const;
const ended = { ...registration, warning: 'expired', daysLeft: 0 } as const;
const kindsOf = (facts: Partial<NeedFacts>) => needsYou({ ...calm, ...facts }).map(({ kind }) => kind);

describe('what waits for an admin', () => {
  it('is nothing while all is well, before anything was begun, or while consent is on its way', () => {
    expect(kindsOf({})).toEqual([]);
    const fresh = { ...sync, isActive: false, lastSync: null };
    expect(kindsOf({ sync: fresh, connection: { ...connection, state: 'notConnected' } })).toEqual([]);
    expect(kindsOf({ connection: { ...connection, state: 'granting' } })).toEqual([]);
  });

  it.each<readonly [string, Partial<NeedFacts>]>([
    ['failing', { sync: { ...sync, lastFailure: failure } }],
    ['paused', { sync: { ...sync, isPaused: true } }],
    ['held', { sync: { ...sync, held: 5 } }],
    ['proposals', { proposals: 1 }],
    ['revoked', { sync: { ...sync, lastFailure: failure }, connection: { ...connection, state: 'revoked' } }],
    ['troubled', { connection: { ...connection, problem: { code: 'entra-refused', message: '' } } }],
    ['incomplete', { connection: { ...connection, state: 'incomplete' } }],
    ['secretEnds', { connection: { ...connection, registration: { ...registration, warning: '30', daysLeft: 13 } } }],
    ['secretDate', { connection: { ...connection, registration: ended } }],
    ['secretExpired', { connection: { ...connection, state: 'revoked', registration: ended } }],
    ['webhookOff', { webhooks: [{ enabled: false, disabledBecause: 'gone' }] }],
    ['unpublished', { signatures: [signature] }],
  ])('is %s', (kind, facts) => {
    expect(kindsOf(facts)).toEqual([kind]);
  });

  it.each([
    ['is used by no rule', { ...signature, usedInRules: 0 }],
    ['was never published, so that nobody can have it', { ...signature, state: 'draft' }],
    ['says what people get', { ...signature, state: 'published' }],
    ['is still worked on', { ...signature, updatedAt: '2026-11-22T12:00:00.001Z' }],
  ] as const)('is no signature that %s', (_, one) => {
    expect(kindsOf({ signatures: [one] })).toEqual([]);
  });

  it('leads to the signature that was left unpublished, and to the list where there are several', () => {
    const one = { count: 1, name: 'Sales', to: '/signatures/s' };
    expect(needsYou({ ...calm, signatures: [signature] })).toMatchObject([one]);
    const [several, ...others] = needsYou({ ...calm, signatures: [signature, { ...signature, id: 't' }] });
    expect(others).toEqual([]);
    expect(several).toMatchObject({ count: 2, to: '/signatures' });
  });

  it('names the worst first and leaves nothing out', () => {
    const webhooks = [{ enabled: false, disabledBecause: 'failing' }] as const;
    expect(kindsOf({ sync: { ...sync, held: 5, lastFailure: failure }, proposals: 2, webhooks })).toEqual([
      'failing',
      'held',
      'proposals',
      'webhookOff',
    ]);
  });

  it('lets nobody decide about departures but an admin; the others look', () => {
    expect(actionOf('held', true)).toBe('needs.heldAction');
    expect(actionOf('held', false)).not.toBe('needs.heldAction');
  });
});
