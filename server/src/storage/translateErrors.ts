import type { Collection } from './collection.ts';

/** Runs work, throwing StorageErrors instead of what a driver throws. */
export type Attempt = <R>(work: () => Promise<R>) => Promise<R>;

/** The same collection, each call made through `attempt`. */
export const translateErrors = <T>(attempt: Attempt, inner: Collection<T>): Collection<T> => ({
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
});
