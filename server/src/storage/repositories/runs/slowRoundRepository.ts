import type { SlowRoundRepository } from '../../../ports/repositories/supplementRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { slowRounds } from '../../declare/supplementCollections.ts';
import { onlyId } from '../../keys/onlyId.ts';

export const openSlowRoundRepository = (engine: StorageEngine): SlowRoundRepository => {
  const store = engine.collection(slowRounds);
  return {
    get: async (tenantId) => (await store.get(tenantId, onlyId))?.document ?? null,
    save: async (tenantId, round) => {
      await store.write(tenantId, [{ put: round }]);
    },
  };
};
