import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { noConnection, type Connection } from '../../../../src/domain/connection/connection.ts';
import type { Teammate } from '../../../../src/domain/teammate/teammate.ts';
import type { LeaseStore } from '../../../../src/ports/lease.ts';
import type { Repositories } from '../../../../src/ports/repositories.ts';
import type { StorageEngine } from '../../../../src/storage/collection.ts';
import { openLeaseStore } from '../../../../src/storage/openLeaseStore.ts';
import { openRepositories } from '../../../../src/storage/openRepositories.ts';
import { openRemovedSweep } from '../../../../src/sync/teammates/openRemovedSweep.ts';
import { restoreTeammate } from '../../../../src/sync/teammates/restoreTeammate.ts';
import { run, teammate } from '../../../contract/support/samples.ts';
import { everyoneUnfiltered, nobody } from '../../../support/people/selections.ts';
import { openScheduleBench } from '../../../support/sync/scheduleBench.ts';
import { openTestStore, type TestStore } from '../../../support/sync/testStore.ts';

const day = 24 * 60 * 60_000;
const tenant = 'contoso';

describe('people who were removed', () => {
  let store: TestStore;
  let engine: StorageEngine;
  let repositories: Repositories;
  let leases: LeaseStore;
  let now: number;
  const clock = { now: () => new Date(now), sleep: () => setImmediate() };

  beforeEach(async () => {
    now = Date.parse('2026-11-01T12:00:00Z');
    store = openTestStore();
    engine = await store.open();
    repositories = openRepositories(engine);
    leases = openLeaseStore(engine, clock);
  });
  afterEach(async () => {
    await engine.close();
    await store.remove();
  });

  const removed = (id: string, days: number, fields: Partial<Teammate> = {}): Teammate =>
    teammate(id, {}, { status: 'removed', removedAt: new Date(now - days * day).toISOString(), ...fields });
  const open = () => openRemovedSweep({ repositories, leases, clock });
  const kept = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    for await (const batch of repositories.teammates.scan(tenant)) ids.push(...batch.map(({ id }) => id));
    return ids;
  };

  test('are forgotten after thirty days and not before, and nobody else is', async () => {
    const people = [removed('long', 45), removed('today', 30), removed('recent', 29), teammate('ada')];
    const disabledAt = new Date(now - 90 * day).toISOString();
    await repositories.teammates.save(tenant, [...people, teammate('bo', {}, { status: 'disabled', disabledAt })]);
    await repositories.teammates.save('another', [removed('long', 45)]);
    const sweep = open();
    expect([await sweep(tenant), await sweep(tenant)]).toEqual([true, false]);
    expect(await kept()).toEqual(['ada', 'bo', 'recent']);
    expect(await repositories.teammates.get('another', 'long')).not.toBeNull();
    now += day;
    await sweep(tenant);
    expect(await kept()).toEqual(['ada', 'bo']);
  });

  test('are forgotten some at a time where there are very many', async () => {
    const many = Array.from({ length: 750 }, (_, at) => removed(`p${String(at).padStart(4, '0')}`, 40));
    await repositories.teammates.save(tenant, many);
    const sweep = open();
    await sweep(tenant);
    expect((await kept()).length).toBe(250);
    await sweep(tenant);
    expect(await kept()).toEqual([]);
  });

  test('wait while a sync is under way, which goes first', async () => {
    await repositories.teammates.save(tenant, [removed('long', 45)]);
    await repositories.runs.add(tenant, run('sync'));
    const lease = await leases.acquire(tenant, 'run-sync', 30_000);
    const sweep = open();
    expect(await sweep(tenant)).toBe(true);
    expect(await kept()).toEqual(['long']);
    await leases.release(tenant, lease!);
    await sweep(tenant);
    expect(await kept()).toEqual([]);
  });

  test('cost one question in ten minutes while none of them is due', async () => {
    await repositories.teammates.save(tenant, [removed('recent', 3)]);
    let questions = 0;
    const { teammates } = repositories;
    const counted: Repositories['teammates'] = {
      ...teammates,
      scanSince: (...asked) => {
        questions += 1;
        return teammates.scanSince(...asked);
      },
    };
    const unleased: LeaseStore = { ...leases, acquire: () => Promise.reject(new Error('no lease is needed')) };
    const sweep = openRemovedSweep({ repositories: { ...repositories, teammates: counted }, leases: unleased, clock });
    for (let look = 0; look < 10; look += 1) {
      await sweep(tenant);
      now += 60_000;
    }
    expect(questions).toBe(1);
    await sweep(tenant);
    expect(questions).toBe(2);
  });

  test('can be brought back to the last moment of the thirty days, and then no more, with a reason', async () => {
    await repositories.teammates.save(tenant, [removed('ada', 30), removed('bo', 29.9)]);
    const desk = { repositories, leases, clock };
    await expect(restoreTeammate(desk, tenant, 'ada')).rejects.toMatchObject({ status: 409, code: 'restore-expired' });
    expect(await restoreTeammate(desk, tenant, 'bo')).toMatchObject({ status: 'disabled' });
  });
});

describe('people who were removed from a tenant that syncs no more', () => {
  const connections: Readonly<Record<string, Partial<Connection>>> = {
    'was disconnected': { state: 'notConnected' },
    'was refused by Entra': { state: 'revoked' },
  };
  const inNoWay = ['is paused', 'has nothing picked', ...Object.keys(connections)] as const;

  test.each(inNoWay)('are forgotten all the same where it %s', async (way) => {
    const bench = await openScheduleBench();
    try {
      bench.simulator.clock.set('2026-03-10T12:00:00Z');
      const { repositories, ...replica } = await bench.openReplica();
      await replica.sync(everyoneUnfiltered);
      const { connections: kept, settings, selections, teammates } = repositories;
      const removedAt = new Date(bench.simulator.clock.now()).toISOString();
      await teammates.save(bench.tenantId, [teammate('long', {}, { status: 'removed', removedAt })]);
      if (way === 'is paused') {
        const { value, revision } = await settings.get(bench.tenantId);
        await settings.save(bench.tenantId, { ...value, isPaused: true }, revision);
      } else if (way === 'has nothing picked') {
        const revision = (await selections.get(bench.tenantId))?.revision ?? 0;
        await selections.save(bench.tenantId, nobody, revision);
      } else {
        bench.simulator.consent.revoke(bench.simulator.tenant.clientId);
        const revision = (await kept.get(bench.tenantId))?.revision;
        await kept.save(bench.tenantId, { ...noConnection, ...connections[way] }, revision);
      }
      bench.simulator.clock.advance(29 * day);
      await replica.look();
      expect(await teammates.get(bench.tenantId, 'long')).not.toBeNull();
      bench.simulator.clock.advance(day);
      await replica.look();
      expect(await teammates.get(bench.tenantId, 'long')).toBeNull();
    } finally {
      await bench.close();
    }
  });
});
