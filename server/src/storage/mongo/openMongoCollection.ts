import type { Collection } from '../collection.ts';
import { checkFenceUse } from '../checkFenceUse.ts';
import { keyText, tenantKey } from '../keys/keyText.ts';
import { readPage, scanInOrder, type ReadInOrder } from '../pages/readInOrder.ts';
import { resolveCount } from '../pages/resolveQuery.ts';
import type { ChangeMarks } from './marks/changeMarks.ts';
import type { OpenedCollection } from './openedCollection.ts';
import { countMatches, readInOrder, readMany } from './read/readDocuments.ts';
import type { FencedWrite } from './write/checkFence.ts';
import { writeOperations } from './write/writeOperations.ts';

/** What writes have to ask and to tell. */
export interface Writing {
  /** Throws LeaseLost. */
  readonly check: (write: FencedWrite) => Promise<void>;
  /** Null where nobody keeps answers. */
  readonly marks: ChangeMarks | null;
}

/** The collection as MongoDB keeps it. Throws what the driver throws: the engine translates. */
export const openMongoCollection = <T>(collection: OpenedCollection<T>, { check, marks }: Writing): Collection<T> => {
  const { declaration } = collection;
  const readerOf =
    (tenantId: string): ReadInOrder<T> =>
    (asked, stretch) =>
      readInOrder(collection, { tenant: tenantKey(tenantId), ...asked }, stretch);
  return {
    get: async (tenantId, id) => (await readMany(collection, tenantKey(tenantId), [keyText(id)]))[0] ?? null,
    getMany: async (tenantId, ids) => readMany(collection, tenantKey(tenantId), [...new Set(ids.map(keyText))]),
    page: async (tenantId, query) => readPage(declaration, query, readerOf(tenantId)),
    count: async (tenantId, where = []) => {
      let matches = 0;
      for (const query of resolveCount(declaration, where))
        matches += await countMatches(collection, { tenant: tenantKey(tenantId), query, descending: false });
      return matches;
    },
    scan: (tenantId, where = [], batchSize = 500) =>
      scanInOrder(declaration, { where, limit: batchSize }, readerOf(tenantId)),
    write: async (tenantId, operations, fence) => {
      if (fence) checkFenceUse(declaration, operations, fence);
      const tenant = tenantKey(tenantId);
      const checkFence = fence && (() => check({ tenant, fence, collection: declaration.name }));
      if (declaration.operational === true || marks === null)
        return writeOperations(collection, operations, { tenant, checkFence });
      return marks.around(tenant, (announce) =>
        writeOperations(collection, operations, { tenant, checkFence, announce }),
      );
    },
  };
};
