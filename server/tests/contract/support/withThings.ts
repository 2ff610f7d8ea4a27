import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Collection } from '../../../src/storage/collection.ts';
import type { ContractTarget, OpenedStore } from './targets/contractTarget.ts';
import { things, type Thing } from './things.ts';

/** One store for a group of clauses; each clause has a tenant of its own, which no other clause sees. */
export interface ThingsFixture {
  readonly collection: Collection<Thing>;
  readonly store: OpenedStore;
  /** The tenant of the clause that runs. */
  readonly tenant: string;
}

export const withThings = (target: ContractTarget): ThingsFixture => {
  let store: OpenedStore | undefined;
  let clause = 0;
  beforeAll(async () => {
    store = await target.open([things]);
  });
  afterEach(async () => {
    clause += 1;
    await store?.clear?.();
  });
  afterAll(() => store?.remove());
  const opened = (): OpenedStore => {
    if (!store) throw new Error('the store is opened before the first clause');
    return store;
  };
  return {
    get collection() {
      return opened().engine.collection(things);
    },
    get store() {
      return opened();
    },
    get tenant() {
      return `tenant-${clause}`;
    },
  };
};
