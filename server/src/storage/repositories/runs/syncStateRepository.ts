import { StaleRevision } from '../../../domain/errors.ts';
import { noSyncState } from '../../../domain/schedule/syncState.ts';
import type { SyncStateRepository } from '../../../ports/repositories/runRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { syncStates } from '../../declare/runCollections.ts';
import { onlyId } from '../../keys/onlyId.ts';

export const openSyncStateRepository = (engine: StorageEngine): SyncStateRepository => {
  const store = engine.collection(syncStates);
  return {
    get: async (tenantId) => {
      const found = await store.get(tenantId, onlyId);
      return { value: found?.document ?? noSyncState, revision: found?.revision ?? 0 };
    },
    claim: async (tenantId, before, change) => {
      try {
        const value = { ...before.value, ...change };
        await store.write(tenantId, [{ put: value, ifRevision: before.revision }]);
        return { value, revision: before.revision + 1 };
      } catch (error) {
        if (error instanceof StaleRevision) return null;
        throw error;
      }
    },
  };
};
