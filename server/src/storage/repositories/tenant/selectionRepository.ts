import type { SelectionRepository } from '../../../ports/repositories/connectionRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { selections } from '../../declare/access/connectionCollections.ts';
import { onlyId } from '../../keys/onlyId.ts';
import { versioned } from '../versioned.ts';

export const openSelectionRepository = (engine: StorageEngine): SelectionRepository => {
  const store = engine.collection(selections);
  return {
    get: async (tenantId) => versioned(await store.get(tenantId, onlyId)),
    save: async (tenantId, selection, ifRevision) => {
      await store.write(tenantId, [{ put: selection, ifRevision }]);
      return ifRevision + 1;
    },
  };
};
