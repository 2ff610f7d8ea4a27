import type { Collection, Page, PageQuery, Stored } from '../collection.ts';
import { keyText, tenantKey } from '../keyText.ts';
import { decodeCursor, encodeCursor, type PagePosition } from '../pageCursor.ts';
import { resolveCount, resolvePage } from '../resolveQuery.ts';
import type { OpenedCollection } from './openedCollection.ts';
import { countMatches, readInOrder, readMany, type PlacedDocument } from './readDocuments.ts';
import type { FencedWrite } from './checkFence.ts';
import { writeOperations } from './writeOperations.ts';

const largestPage = 1000;

/** The collection as MongoDB keeps it. Throws what the driver throws: the engine translates. */
export const openMongoCollection = <T>(
  collection: OpenedCollection<T>,
  check: (write: FencedWrite) => Promise<void>,
): Collection<T> => {
  const { declaration } = collection;
  return {
    get: async (tenantId, id) => (await readMany(collection, tenantKey(tenantId), [keyText(id)]))[0] ?? null,
    getMany: async (tenantId, ids) => readMany(collection, tenantKey(tenantId), [...new Set(ids.map(keyText))]),
    page: async (tenantId, query) => readPage(collection, tenantKey(tenantId), query),
    count: async (tenantId, where = []) => {
      const query = resolveCount(declaration, where);
      return countMatches(collection, { tenant: tenantKey(tenantId), query, descending: false });
    },
    scan: (tenantId, where = [], batchSize = 500) => scanDocuments(collection, tenantId, { where, limit: batchSize }),
    write: async (tenantId, operations, fence) => {
      if (fence && declaration.fenced !== true) throw new Error(`${declaration.name} is not declared fenced`);
      const tenant = tenantKey(tenantId);
      const checkFence = fence && (() => check({ tenant, fence, collection: declaration.name }));
      return writeOperations(collection, operations, { tenant, ...(checkFence && { checkFence }) });
    },
  };
};

const readPage = async <T>(
  collection: OpenedCollection<T>,
  tenant: string,
  { where = [], sort, descending = false, limit, cursor }: PageQuery,
): Promise<Page<T>> => {
  checkLimit(limit);
  const query = resolvePage(collection.declaration, where, sort);
  const order = { sort: query.sort, descending };
  const position = cursor === undefined ? null : decodeCursor(order, cursor);
  // One more than asked tells whether there is a next page.
  const found = await readInOrder(collection, { tenant, query, descending }, { position, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((item) => item.stored),
    cursor: found.length > limit && last ? encodeCursor(order, last.position) : null,
  };
};

const checkLimit = (limit: number): void => {
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
    throw new RangeError(`a page has 1 to ${largestPage} documents, not ${limit}`);
  }
};

/** Each batch is a query of its own from the last id on, so what others write meanwhile disturbs nothing. */
async function* scanDocuments<T>(
  collection: OpenedCollection<T>,
  tenantId: string,
  { where = [], limit }: PageQuery,
): AsyncGenerator<readonly Stored<T>[]> {
  checkLimit(limit);
  const query = resolvePage(collection.declaration, where);
  const reading = { tenant: tenantKey(tenantId), query, descending: false };
  let position: PagePosition | null = null;
  for (;;) {
    const found: readonly PlacedDocument<T>[] = await readInOrder(collection, reading, { position, limit });
    if (found.length > 0) yield found.map((item) => item.stored);
    position = found.at(-1)?.position ?? null;
    if (found.length < limit) return;
  }
}
