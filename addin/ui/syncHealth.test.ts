import { describe, expect, it } from '@jest/globals';
import { solvedAt } from '../features/sync/runs/failureText.ts';
import { syncHealth } from './syncHealth.ts';

const at = '2026-11-22T12:00:00.000Z';
const good = { isActive: true, isPaused: false, lastFailure: null, lastSync: { runId: 'r', at, fullAt: at } };
const failed = { lastFailure: { code: 'directory-throttled', message: '', at } };

describe('how the sync is doing', () => {
  it.each([
    ['active', good, 'connected'],
    ['waiting', { ...good, lastSync: null }, 'connected'],
    ['failing', { ...good, ...failed }, 'connected'],
    ['paused', { ...good, ...failed, isActive: false, isPaused: true }, 'connected'],
    ['nothingPicked', { ...good, isActive: false }, 'connected'],
    ['notConnected', { ...good, isPaused: true }, 'revoked'],
    ['notConnected', good, 'notConnected'],
    ['permissionsMissing', { ...good, ...failed }, 'incomplete'],
  ] as const)('is %s', (health, status, connection) => {
    expect(syncHealth(status, connection)).toBe(health);
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
