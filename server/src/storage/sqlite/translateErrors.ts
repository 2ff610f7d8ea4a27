import type { Collection } from '../collection.ts';
import { translateSqliteError } from './sqliteErrors.ts';

/** The same collection, throwing StorageErrors instead of what SQLite throws. */
export const translateErrors = <T>(file: string, name: string, inner: Collection<T>): Collection<T> => {
  const attempt = async <R>(work: () => Promise<R>): Promise<R> => {
    try {
      return await work();
    } catch (error) {
      throw translateSqliteError(error, file, name);
    }
  };
  return {
    get: (tenantId, id) => attempt(() => inner.get(tenantId, id)),
    getMany: (tenantId, ids) => attempt(() => inner.getMany(tenantId, ids)),
    page: (tenantId, query) => attempt(() => inner.page(tenantId, query)),
    count: (tenantId, where) => attempt(() => inner.count(tenantId, where)),
    write: (tenantId, operations, fence) => attempt(() => inner.write(tenantId, operations, fence)),
    scan: async function* (tenantId, where, batchSize) {
      const batches = inner.scan(tenantId, where, batchSize)[Symbol.asyncIterator]();
      for (;;) {
        const next = await attempt(() => batches.next());
        if (next.done) return;
        yield next.value;
      }
    },
  };
};
