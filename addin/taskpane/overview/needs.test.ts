import { describe, expect, it } from '@jest/globals';
import { needsYou } from './needs.ts';

const at = '2026-11-22T12:00:00.000Z';
const calm = { isActive: true, isPaused: false, lastFailure: null, lastSync: { runId: 'r', at, fullAt: at }, held: 0 };
const connected = { state: 'connected', registration: null } as const;
const registration = {
  clientId: 'c',
  credential: 'secret',
  thumbprint: null,
  expiresAt: at,
  savedAt: at,
  savedBy: { id: 'p', displayName: 'P' },
} as const;
const failure = { code: 'directory-throttled', message: '', at };

describe('what waits for an admin', () => {
  it('is nothing while all is well, or before anything was begun', () => {
    expect(needsYou(calm, connected, 0)).toEqual([]);
    expect(needsYou({ ...calm, isActive: false, lastSync: null }, { ...connected, state: 'notConnected' }, 0)).toEqual(
      [],
    );
  });

  it.each([
    ['failing', { ...calm, lastFailure: failure }, connected],
    ['paused', { ...calm, isPaused: true }, connected],
    ['held', { ...calm, held: 5 }, connected],
    ['revoked', { ...calm, lastFailure: failure }, { ...connected, state: 'revoked' }],
    ['incomplete', calm, { ...connected, state: 'incomplete' }],
    ['secretEnds', calm, { ...connected, registration: { ...registration, warning: '30', daysLeft: 13 } }],
    ['secretExpired', calm, { ...connected, registration: { ...registration, warning: 'expired', daysLeft: 0 } }],
  ] as const)('is %s', (kind, status, connection) => {
    expect(needsYou(status, connection, 0).map((need) => need.kind)).toEqual([kind]);
  });

  it('names the worst first and leaves nothing out', () => {
    const kinds = needsYou({ ...calm, held: 5, lastFailure: failure }, connected, 2).map((need) => need.kind);
    expect(kinds).toEqual(['failing', 'held', 'proposals']);
  });
});
