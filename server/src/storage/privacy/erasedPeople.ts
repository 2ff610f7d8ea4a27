import { createHash } from 'node:crypto';
import type { Collection, CollectionDeclaration, StorageEngine } from '../collection.ts';

export interface ErasedPerson {
  /** A digest of tenant and directory id: enough to leave the person out, too little to tell who it is. */
  readonly id: string;
  readonly at: string;
  /** The directory id while the erasure is under way, so that it ends although a process is killed. */
  readonly pending: string | null;
  /** What they are called, for as long: where that was written down is erased before all places that repeat it. */
  readonly names?: readonly string[];
}

/** Who is left out because they asked for it. */
export const erasedPeople: CollectionDeclaration<ErasedPerson> = {
  name: 'erasedPeople',
  id: (person) => person.id,
  keys: { pending: ({ pending }) => (pending === null ? null : 'yes') },
  sparse: ['pending'],
  indexes: [['pending']],
};

/** Object ids are random, so that trying all of them is hopeless. */
export const erasedId = (tenantId: string, personId: string): string =>
  createHash('sha256').update(`${tenantId}/${personId.toLowerCase()}`).digest('hex');

/** Has the form of an object id, so that it may stand wherever one does. */
export const pseudonymOf = (tenantId: string, personId: string): string => {
  const digest = erasedId(tenantId, `pseudonym/${personId}`);
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`];
  return [...parts, digest.slice(20, 32)].join('-');
};

export interface ErasedFilter {
  /** The items that are of nobody who is to be left out. One small question while nobody is. */
  without<T>(tenantId: string, items: readonly T[], idOf: (item: T) => string | null): Promise<readonly T[]>;
}

export const openErasedFilter = (engine: StorageEngine): ErasedFilter => {
  const store: Collection<ErasedPerson> = engine.collection(erasedPeople);
  return {
    without: async (tenantId, items, idOf) => {
      if (items.length === 0 || (await store.page(tenantId, { limit: 1 })).items.length === 0) return items;
      const digests = items.map((item) => {
        const id = idOf(item);
        return id === null ? null : erasedId(tenantId, id);
      });
      const asked = digests.filter((digest) => digest !== null);
      const found = new Set((await store.getMany(tenantId, asked)).map(({ document }) => document.id));
      return found.size === 0 ? items : items.filter((_item, at) => !found.has(digests[at] ?? ''));
    },
  };
};
