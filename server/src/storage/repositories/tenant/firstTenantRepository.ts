import { StaleRevision } from '../../../domain/errors.ts';
import type { FirstTenantRepository } from '../../../ports/repositories/connectionRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { systemTenant } from '../../declare/systemCollections.ts';
import { firstTenants } from '../../declare/access/firstTenantCollection.ts';
import { onlyId } from '../../keys/onlyId.ts';

export const openFirstTenantRepository = (engine: StorageEngine): FirstTenantRepository => {
  const store = engine.collection(firstTenants);
  const get = async (): Promise<string | null> => (await store.get(systemTenant, onlyId))?.document.tenantId ?? null;
  return {
    get,
    claim: async (tenantId) => {
      try {
        await store.write(systemTenant, [{ put: { tenantId }, ifRevision: 0 }]);
        return tenantId;
      } catch (error) {
        if (!(error instanceof StaleRevision)) throw error;
        const first = await get();
        // Written and never deleted, so whoever was before us is there.
        if (first === null) throw error;
        return first;
      }
    },
  };
};
