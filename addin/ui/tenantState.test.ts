import { describe, expect, it } from '@jest/globals';
import { solvedAt } from '../features/sync/runs/failureText.ts';
import { tenantState } from './tenantState.ts';

const at = '2026-11-22T12:00:00.000Z';
const good = { isActive: true, isPaused: false, lastFailure: null, lastSync: { runId: 'r', at, fullAt: at } };
const failed = { lastFailure: { code: 'directory-throttled', message: '', at } };
const reached = { state: 'connected', problem: null, registration: null } as const;
const ended = { code: 'secret-expired', message: '' };

describe('how a tenant is doing', () => {
  it.each([
    ['active', good, reached],
    ['waiting', { ...good, lastSync: null }, reached],
    ['failing', { ...good, ...failed }, reached],
    ['paused', { ...good, ...failed, isActive: false, isPaused: true }, reached],
    ['nothingPicked', { ...good, isActive: false }, reached],
    ['revoked', { ...good, isPaused: true }, { ...reached, state: 'revoked' }],
    ['credentialEnded', good, { ...reached, state: 'revoked', problem: ended }],
    ['troubled', good, { ...reached, problem: { code: 'entra-refused', message: '' } }],
    ['granting', good, { ...reached, state: 'granting' }],
    ['notConnected', good, { ...reached, state: 'notConnected' }],
    ['incomplete', { ...good, ...failed }, { ...reached, state: 'incomplete' }],
  ] as const)('is %s', (state, status, connection) => {
    expect(tenantState(status, connection)).toBe(state);
  });
});

describe('where a failure is put right', () => {
  it.each([
    ['consent-missing', '/connect'],
    ['secret-expired', '/connect'],
    ['selection-empty', '/select'],
    ['directory-throttled', '/sync'],
  ])('%s: %s', (code, place) => {
    expect(solvedAt(code)).toBe(place);
  });
});
