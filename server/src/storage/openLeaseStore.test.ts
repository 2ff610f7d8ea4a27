import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { StorageError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { LeaseStore } from '../ports/lease.ts';
import type { Collection, StorageEngine } from './collection.ts';
import { declarations } from './declare/collections.ts';
import { leases } from './declare/systemCollections.ts';
import { openLeaseStore } from './openLeaseStore.ts';
import { openSqliteEngine } from './sqlite/openSqliteEngine.ts';

const minute = 60_000;

describe('taking over a lease that ran out', () => {
  let engine: StorageEngine;
  let now: number;
  const clock: Clock = {
    now: () => new Date(now),
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
  };
  beforeEach(async () => {
    now = Date.parse('2026-01-01T00:00:00Z');
    engine = await openSqliteEngine({ file: ':memory:', declarations });
    await openLeaseStore(engine, clock).acquire('tenant', 'sync', minute);
    now += 2 * minute;
  });
  afterEach(() => engine.close());

  const withSeal = (seal: () => Promise<void>): StorageEngine => ({ ...engine, seal });
  const turns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  test('seals after the register names the new holder, and before it is told', async () => {
    const seen: unknown[] = [];
    const store = openLeaseStore(
      withSeal(async () => {
        seen.push((await engine.collection(leases).get('tenant', 'sync'))?.document.fence);
      }),
      clock,
    );
    expect(await store.acquire('tenant', 'sync', minute)).toEqual({ name: 'sync', fence: 2 });
    expect(seen).toEqual([2]);
    await store.release('tenant', { name: 'sync', fence: 2 });
    expect(await store.acquire('tenant', 'sync', minute)).toEqual({ name: 'sync', fence: 3 });
    expect(seen).toEqual([2]);
  });

  test('seals what the former holder worked on, and everything where the one before it died while it was sealing', async () => {
    const sealed: unknown[] = [];
    const seal = async (_tenant: string, work?: string): Promise<void> => void sealed.push(work);
    const open = (sealing: StorageEngine['seal']) => openLeaseStore({ ...engine, seal: sealing }, clock);
    const take = async (store: LeaseStore, work: string): Promise<unknown> => {
      now += 2 * minute;
      return store.acquire('tenant', { name: 'sync', work }, minute);
    };
    // The lease that ran out before this test named no work.
    expect(await take(open(seal), 'one')).toEqual({ name: 'sync', fence: 2, work: 'one' });
    await take(open(seal), 'two');
    const died = open(() => Promise.reject(new Error('killed')));
    await expect(take(died, 'three')).rejects.toThrow('killed');
    await take(open(seal), 'four');
    await open(seal).release('tenant', { name: 'sync', fence: 5 });
    await take(open(seal), 'five');
    await take(open(seal), 'six');
    expect(sealed).toEqual([undefined, 'one', undefined, 'five']);
  });

  test('keeps the lease while sealing takes longer than it lasts', async () => {
    const store = openLeaseStore(
      withSeal(async () => {
        for (let part = 0; part < 5; part += 1) {
          now += minute / 2;
          await turns(10);
        }
      }),
      clock,
    );
    expect(await store.acquire('tenant', 'sync', minute)).toEqual({ name: 'sync', fence: 2 });
    expect(await openLeaseStore(engine, clock).acquire('tenant', 'sync', minute)).toBeNull();
  });

  test('is nothing when somebody took it over from the one who was sealing', async () => {
    const store = openLeaseStore(
      withSeal(async () => {
        const held = await engine.collection(leases).get('tenant', 'sync');
        await engine.collection(leases).write('tenant', [{ put: { ...held!.document, fence: 9 } }]);
        await turns(10);
      }),
      clock,
    );
    expect(await store.acquire('tenant', 'sync', minute)).toBeNull();
  });

  test('fails with the seal that fails, and no failing renewal ends the process', async () => {
    const away = new StorageError('storage-away', 'The database does not answer.');
    let isAway = false;
    const failing: StorageEngine = {
      ...engine,
      collection: (declaration) => {
        const inner = engine.collection(declaration);
        const get: Collection<never>['get'] = async (...asked) => {
          if (isAway) throw away;
          return inner.get(...asked) as ReturnType<Collection<never>['get']>;
        };
        return { ...inner, get } as typeof inner;
      },
      seal: async () => {
        isAway = true;
        await turns(10);
        throw away;
      },
    };
    await expect(openLeaseStore(failing, clock).acquire('tenant', 'sync', minute)).rejects.toBe(away);
    await turns(10);
  });
});
