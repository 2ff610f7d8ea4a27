import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { LeaseStore } from '../../../src/ports/lease.ts';
import type { PageOf, PageRequest } from '../../../src/ports/pages/pages.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { openLeaseStore } from '../../../src/storage/openLeaseStore.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { ContractTarget, OpenedStore } from './targets/contractTarget.ts';

interface TestClock {
  now(): Date;
  sleep(): Promise<void>;
  advance(milliseconds: number): void;
}

export interface RepositoriesFixture {
  readonly repositories: Repositories;
  /** The same store, opened by another process. */
  readonly otherRepositories: Repositories;
  readonly leases: LeaseStore;
  readonly otherLeases: LeaseStore;
  readonly clock: TestClock;
  readonly readsAll: boolean;
  /** Two tenants of the clause that runs. */
  readonly tenant: string;
  readonly otherTenant: string;
}

const openClock = (): TestClock => {
  let milliseconds = Date.parse('2026-01-01T00:00:00Z');
  return {
    now: () => new Date(milliseconds),
    sleep: async () => undefined,
    advance: (more) => void (milliseconds += more),
  };
};

export const withRepositories = (target: ContractTarget): RepositoriesFixture => {
  let store: OpenedStore | undefined;
  const opened: { repositories: Repositories; leases: LeaseStore }[] = [];
  const clock = openClock();
  let clause = 0;
  beforeAll(async () => {
    store = await target.open(declarations);
    for (const engine of [store.engine, await store.openAnother()]) {
      opened.push({ repositories: openRepositories(engine), leases: openLeaseStore(engine, clock) });
    }
  });
  afterEach(async () => {
    clause += 1;
    await store?.clear?.();
  });
  afterAll(() => store?.remove());
  return {
    clock,
    readsAll: target.readsAll === true,
    get repositories() {
      return opened[0]!.repositories;
    },
    get otherRepositories() {
      return opened[1]!.repositories;
    },
    get leases() {
      return opened[0]!.leases;
    },
    get otherLeases() {
      return opened[1]!.leases;
    },
    get tenant() {
      return `tenant-${clause}`;
    },
    get otherTenant() {
      return `other-${clause}`;
    },
  };
};

export const followPages = async <T>(
  read: (window: PageRequest) => Promise<PageOf<T>>,
  limit: number,
): Promise<readonly T[]> => {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: PageOf<T> = await read(cursor === null ? { limit } : { limit, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return items;
};
