import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openRecordingLogger, type RecordingLogger } from '../../tests/support/sync/recordingLogger.ts';
import { StorageError } from '../domain/errors.ts';
import type { Repositories } from '../ports/repositories.ts';
import type { StorageEngine } from '../storage/collection.ts';
import { declarations } from '../storage/declare/collections.ts';
import { openRepositories } from '../storage/openRepositories.ts';
import { openSqliteEngine } from '../storage/sqlite/openSqliteEngine.ts';
import { createApiKey, identifyKey, type IdentifyingDesk } from './apiKeys.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const minute = 60_000;

describe('who comes with an API key', () => {
  let engine: StorageEngine;
  let logger: RecordingLogger;
  let now: number;
  let full: boolean;
  let desk: IdentifyingDesk;
  let secret: string;
  beforeEach(async () => {
    engine = await openSqliteEngine({ file: ':memory:', declarations });
    logger = openRecordingLogger();
    now = Date.parse('2026-03-01T14:00:00Z');
    full = false;
    const { apiKeys } = openRepositories(engine);
    const save: Repositories['apiKeys']['save'] = async (...asked) => {
      if (full) throw new StorageError('storage-full', 'The disk is full.');
      return apiKeys.save(...asked);
    };
    const clock = { now: () => new Date(now), sleep: () => Promise.resolve() };
    desk = { repositories: { apiKeys: { ...apiKeys, save } }, clock, logger };
    const createdBy = { id: 'admin', displayName: 'Admin' };
    secret = (await createApiKey(desk, tenantId, { name: 'n', scopes: ['runs:read'], createdBy, expiresAt: null }))
      .secret;
  });
  afterEach(() => engine.close());

  const usedAt = async (): Promise<string | null> => {
    const { key } = await identifyKey(desk, secret);
    return (await desk.repositories.apiKeys.get(tenantId, key.id))?.value.lastUsedAt ?? null;
  };

  test('is let in while the disk is full, and that nothing could be kept of it stands in the log', async () => {
    full = true;
    expect(await usedAt()).toBeNull();
    expect(logger.lines).toEqual([expect.stringContaining('when an API key was used could not be kept')]);
    expect(logger.lines.join()).not.toContain(secret);
    full = false;
    expect(await usedAt()).toBe('2026-03-01T14:00:00.000Z');
  });

  test('makes no key while the disk is full, and ends none', async () => {
    full = true;
    const wanted = { name: 'n', scopes: [], createdBy: { id: 'admin', displayName: 'Admin' }, expiresAt: null };
    await expect(createApiKey(desk, tenantId, wanted)).rejects.toMatchObject({ code: 'storage-full' });
  });

  test('is noted every ten minutes, and anew after a clock that was ahead was set right', async () => {
    expect(await usedAt()).toBe('2026-03-01T14:00:00.000Z');
    now += 10 * minute - 1;
    expect(await usedAt()).toBe('2026-03-01T14:00:00.000Z');
    now += 1;
    expect(await usedAt()).toBe('2026-03-01T14:10:00.000Z');
    now -= 120 * minute;
    expect(await usedAt()).toBe('2026-03-01T12:10:00.000Z');
  });
});
