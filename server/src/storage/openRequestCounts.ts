import { createHash, randomUUID } from 'node:crypto';
import type { RequestCount, RequestCounts } from '../ports/requestCounts.ts';
import type { StorageEngine } from './collection.ts';
import { systemTenant } from './declare/collections.ts';
import { requestCounts, type StoredRequestCount } from './declare/requestCountCollection.ts';

const countsPerPage = 1000;

/** Each process writes a document of its own, so that nobody waits for anybody. */
export const openRequestCounts = (engine: StorageEngine): RequestCounts => {
  const store = engine.collection(requestCounts);
  const process = randomUUID();
  let sweptUntil = 0;

  /**
   * Forgets windows that were over when the one before this began, also of processes that died. The last one stays:
   * where another clock is behind, it is not over yet.
   */
  const forgetBefore = async ({ windowEndsAt, windowMilliseconds }: RequestCount): Promise<void> => {
    const limit = windowEndsAt - windowMilliseconds;
    if (limit <= sweptUntil) return;
    for (let over = countsPerPage; over === countsPerPage;) {
      const { items } = await store.page(systemTenant, { sort: 'windowEndsAt', limit: countsPerPage });
      const deletes = items
        .filter(({ document }) => document.windowEndsAt < limit)
        .map(({ document }) => ({ delete: document.id }));
      await store.write(systemTenant, deletes);
      over = deletes.length;
    }
    sweptUntil = limit;
  };

  return {
    share: async (counted) => {
      const { limit, caller, windowEndsAt, count } = counted;
      const place = `${limit}/${String(windowEndsAt)}/${digest(caller)}/`;
      const id = place + process;
      const told: StoredRequestCount = { id, windowEndsAt, count };
      await store.write(systemTenant, [{ put: told }]);
      await forgetBefore(counted);
      let others = 0;
      for await (const batch of store.scan(systemTenant, [{ key: 'id', prefix: place }])) {
        for (const { document } of batch) if (document.id !== id) others += document.count;
      }
      return others;
    },
  };
};

const digest = (caller: string): string => createHash('sha256').update(caller).digest('base64url');
