import { StaleRevision } from '../../../domain/errors.ts';
import type { ApiKeyRepository, StartedOnceRepository } from '../../../ports/repositories/integrationRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { apiKeys, startedOnce } from '../../declare/integrationCollections.ts';
import { versioned } from '../versioned.ts';

export const openApiKeyRepository = (engine: StorageEngine): ApiKeyRepository => {
  const store = engine.collection(apiKeys);
  return {
    get: async (tenantId, id) => versioned(await store.get(tenantId, id)),
    list: async (tenantId) => {
      const { items } = await store.page(tenantId, { sort: 'createdAt', descending: true, limit: 200 });
      return items.map(({ document }) => document);
    },
    save: async (tenantId, key, ifRevision) => {
      await store.write(tenantId, [{ put: key, ifRevision }]);
    },
    remove: async (tenantId, ids) => {
      await store.write(
        tenantId,
        ids.map((id) => ({ delete: id })),
      );
    },
  };
};

/** Asked more often than once a day, so a page each time is enough. */
const forgottenAtOnce = 200;

export const openStartedOnceRepository = (engine: StorageEngine): StartedOnceRepository => {
  const store = engine.collection(startedOnce);
  return {
    claim: async (tenantId, started) => {
      try {
        await store.write(tenantId, [{ put: started, ifRevision: 0 }]);
        return started;
      } catch (error) {
        if (!(error instanceof StaleRevision)) throw error;
        return (await store.get(tenantId, started.id))?.document ?? started;
      }
    },
    forgetBefore: async (tenantId, instant) => {
      const { items } = await store.page(tenantId, { sort: 'at', limit: forgottenAtOnce });
      const old = items
        .filter(({ document }) => document.at < instant)
        .map(({ document }) => ({ delete: document.id }));
      if (old.length > 0) await store.write(tenantId, old);
    },
  };
};
