import type { EnrichmentRoundRepository } from '../../../ports/repositories/enrichmentRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { enrichmentRounds } from '../../declare/people/enrichmentCollections.ts';
import { onlyId } from '../../keys/onlyId.ts';

export const openEnrichmentRoundRepository = (engine: StorageEngine): EnrichmentRoundRepository => {
  const store = engine.collection(enrichmentRounds);
  return {
    get: async (tenantId) => (await store.get(tenantId, onlyId))?.document ?? null,
    save: async (tenantId, round) => {
      await store.write(tenantId, [{ put: round }]);
    },
  };
};
