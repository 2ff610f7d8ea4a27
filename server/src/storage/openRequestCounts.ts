import { createHash, randomUUID } from 'node:crypto';
import type { CountedWindow, RequestCounts } from '../ports/directory/requestCounts.ts';
import type { StorageEngine } from './collection.ts';
import { systemTenant } from './declare/systemCollections.ts';
import { requestCounts } from './declare/requestCountCollection.ts';

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
  const forgetBefore = async ({ windowEndsAt, windowMilliseconds }: CountedWindow): Promise<void> => {
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

  const ofOthers = async (place: string): Promise<number> => {
    let others = 0;
    for await (const batch of store.scan(systemTenant, [{ key: 'id', prefix: place }])) {
      for (const { document } of batch) if (document.id !== place + process) others += document.count;
    }
    return others;
  };

  return {
    share: async (window) => {
      const { limit, windowEndsAt, counted } = window;
      const places = counted.map(({ caller }) => `${limit}/${String(windowEndsAt)}/${digest(caller)}/`);
      const puts = counted.map(({ count }, at) => ({ put: { id: (places[at] ?? '') + process, windowEndsAt, count } }));
      await store.write(systemTenant, puts);
      await forgetBefore(window);
      return Promise.all(places.map(ofOthers));
    },
  };
};

const digest = (caller: string): string => createHash('sha256').update(caller).digest('base64url');
