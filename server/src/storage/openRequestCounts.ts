import { createHash, randomUUID } from 'node:crypto';
import type { RequestCounts } from '../ports/requestCounts.ts';
import type { StorageEngine } from './collection.ts';
import { requestCounts, systemTenant, type StoredRequestCount } from './collections.ts';

/** Each process writes a document of its own, so that nobody waits for anybody. */
export const openRequestCounts = (engine: StorageEngine): RequestCounts => {
  const store = engine.collection(requestCounts);
  const process = randomUUID();
  let sweptUntil = 0;

  /** Windows that are over are forgotten when the next one is told of; of a process that died, by any other. */
  const forgetBefore = async (windowEndsAt: number): Promise<void> => {
    if (windowEndsAt <= sweptUntil) return;
    sweptUntil = windowEndsAt;
    const { items } = await store.page(systemTenant, { sort: 'windowEndsAt', limit: 1000 });
    const over = items.filter(({ document }) => document.windowEndsAt < windowEndsAt);
    await store.write(
      systemTenant,
      over.map(({ document }) => ({ delete: document.id })),
    );
  };

  return {
    share: async ({ limit, caller, windowEndsAt, count }) => {
      const place = `${limit}/${String(windowEndsAt)}/${digest(caller)}/`;
      const id = place + process;
      const told: StoredRequestCount = { id, windowEndsAt, count };
      await store.write(systemTenant, [{ put: told }]);
      await forgetBefore(windowEndsAt);
      let others = 0;
      for await (const batch of store.scan(systemTenant, [{ key: 'id', prefix: place }])) {
        for (const { document } of batch) if (document.id !== id) others += document.count;
      }
      return others;
    },
  };
};

const digest = (caller: string): string => createHash('sha256').update(caller).digest('base64url');
