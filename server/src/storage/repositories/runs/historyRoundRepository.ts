import type { HistoryRoundRepository } from '../../../ports/repositories/runRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { historyRounds } from '../../declare/runCollections.ts';
import { onlyId } from '../../keys/onlyId.ts';

export const openHistoryRoundRepository = (engine: StorageEngine): HistoryRoundRepository => {
  const store = engine.collection(historyRounds);
  return {
    get: async (tenantId) => (await store.get(tenantId, onlyId))?.document ?? null,
    save: async (tenantId, round) => {
      await store.write(tenantId, [{ put: round }]);
    },
  };
};
