import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { StorageError } from '../../../src/domain/errors.ts';
import type { Run } from '../../../src/domain/run/run.ts';
import { noCounts } from '../../../src/domain/plan/plan.ts';
import { defaultSyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import type { DirectoryReader } from '../../../src/ports/directory/directoryReader.ts';
import type { LeaseStore } from '../../../src/ports/lease.ts';
import { openLeaseStore } from '../../../src/storage/openLeaseStore.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openRunExecutor, type RunExecutor } from '../../../src/sync/run/runExecutor.ts';
import { openRecordingLogger } from '../../support/sync/recordingLogger.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { withSyncLease } from '../../../src/sync/withSyncLease.ts';
import { openTestClock } from '../../support/sync/testClock.ts';
import { openTestStore } from '../../support/sync/testStore.ts';

const queued = (): Run => ({
  id: randomUUID(),
  kind: 'sync',
  mode: 'full',
  trigger: 'admin',
  status: 'queued',
  startedBy: { id: 'a', displayName: 'Anna' },
  startedAt: new Date().toISOString(),
  finishedAt: null,
  selection: everyoneUnfiltered,
  settings: defaultSyncSettings,
  cancelRequested: false,
  approvedDepartures: 0,
  progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: 0 },
  counts: noCounts,
  warnings: [],
  failure: null,
});

/** Executes a run whose first step ends as told, while `happen` does something at that very moment. */
const execute = async (thrown: Error, happen: (executor: RunExecutor) => void): Promise<readonly string[]> => {
  const store = openTestStore();
  const engine = await store.open();
  const clock = openTestClock(Date.now);
  const repositories = openRepositories(engine);
  const leases = openLeaseStore(engine, clock);
  const told: string[] = [];
  const watched: LeaseStore = {
    ...leases,
    release: (tenantId, lease) => {
      told.push('released');
      return leases.release(tenantId, lease);
    },
  };
  const fail = (): never => {
    happen(executor);
    throw thrown;
  };
  const directory = new Proxy({}, { get: () => fail }) as DirectoryReader;
  const options = { repositories, leases: watched, clock, logger: openRecordingLogger() };
  const executor: RunExecutor = openRunExecutor({ ...options, openDirectory: () => directory });
  await repositories.runs.add('tenant', queued());
  const watching = executor.watch();
  await watching;
  await executor.stop();
  await engine.close();
  await store.remove();
  return told;
};

describe('the lease of a run that ends because its process stops', () => {
  const stop = (executor: RunExecutor): void => void executor.stop();

  test('is given back, so that the next process goes on at once', async () => {
    expect(await execute(new Error('interrupted'), stop)).toEqual(['released']);
  });

  test.each(['storage-away', 'storage-busy'])(
    'is left to run out when a write ended in %s: it may be on its way, and only whoever takes over makes sure',
    async (code) => {
      expect(await execute(new StorageError(code, 'The database does not answer.'), stop)).toEqual([]);
    },
  );
});

test('work on teammates that takes longer than a lease lasts keeps it, and gives it back at its end', async () => {
  const store = openTestStore();
  const engine = await store.open();
  let now = Date.now();
  const clock = openTestClock(() => now);
  const leases = openLeaseStore(engine, clock);
  let renewals = 0;
  const counted: LeaseStore = {
    ...leases,
    renew: async (...asked) => {
      renewals += 1;
      return leases.renew(...asked);
    },
  };
  const desk = { repositories: openRepositories(engine), leases: counted, clock };
  await withSyncLease(desk, 'tenant', async () => {
    for (let step = 0; step < 10; step += 1) {
      now += 20_000;
      const before = renewals;
      while (renewals < before + 2) await clock.sleep(1);
      expect(await leases.acquire('tenant', 'run-sync', 1000)).toBeNull();
    }
  });
  expect(await leases.acquire('tenant', 'run-sync', 1000)).not.toBeNull();
  await engine.close();
  await store.remove();
});
