import type { CheckpointRepository } from '../../../ports/repositories/runRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { checkpoints } from '../../declare/runCollections.ts';
import { onlyId } from '../../keys/onlyId.ts';

export const openCheckpointRepository = (engine: StorageEngine): CheckpointRepository => {
  const store = engine.collection(checkpoints);
  return {
    tenants: () => engine.tenants(checkpoints),
    get: async (tenantId) => (await store.get(tenantId, onlyId))?.document ?? null,
    save: async (tenantId, checkpoint) => {
      await store.write(tenantId, [{ put: checkpoint }]);
    },
  };
};
