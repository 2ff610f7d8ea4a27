import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import { endpoints } from '../../contract/endpoints.ts';
import { noConnection } from '../../domain/connection/connection.ts';
import { RequestError, StorageError } from '../../domain/errors.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { StorageEngine } from '../../storage/collection.ts';
import { declarations } from '../../storage/declare/collections.ts';
import { openRepositories } from '../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../storage/sqlite/openSqliteEngine.ts';
import { openAuditTrail, type AuditTrail } from './openAuditTrail.ts';

const actor = { tenantId: 'tenant', userId: 'admin', displayName: 'Admin', role: 'admin' } as const;
const request = { ip: '10.0.0.1', body: {}, params: {}, query: {} } as unknown as Request;

describe('what is told once an hour', () => {
  let engine: StorageEngine;
  let full: boolean;
  let repositories: Repositories;
  let trail: AuditTrail;
  beforeEach(async () => {
    engine = await openSqliteEngine({ file: ':memory:', declarations });
    const stored = openRepositories(engine);
    const add: Repositories['audit']['add'] = async (...asked) => {
      if (full) throw new StorageError('storage-full', 'The disk is full.');
      return stored.audit.add(...asked);
    };
    full = false;
    repositories = { ...stored, audit: { ...stored.audit, add } };
    await repositories.connections.save('tenant', { ...noConnection, firstConnectedAt: '2026-01-01T00:00:00Z' });
    const clock = { now: () => new Date('2026-03-01T14:00:00Z'), sleep: () => Promise.resolve() };
    trail = openAuditTrail({ repositories, clock });
  });
  afterEach(() => engine.close());

  const failing = () =>
    trail.around({ endpoint: endpoints.startRun, actor, request }, () =>
      Promise.reject(new RequestError(409, 'run-in-progress', 'A sync is under way.')),
    );
  test.each([
    ['that somebody signed in', () => trail.signedIn(actor, request)],
    ['what was refused', () => trail.refused({ endpoint: endpoints.startRun, actor, request }, 'forbidden')],
    [
      'what failed',
      () => failing().catch((error: unknown) => (error instanceof StorageError ? Promise.reject(error) : undefined)),
    ],
  ])('%s is told after all, once, when the disk is no longer full', async (_what, happen) => {
    full = true;
    await expect(happen()).rejects.toMatchObject({ code: 'storage-full' });
    full = false;
    for (let times = 0; times < 3; times += 1) await happen();
    expect((await repositories.audit.page('tenant', { limit: 10 })).items).toHaveLength(1);
  });
});
