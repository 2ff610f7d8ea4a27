import type { ChangeSubscriptionRepository } from '../../../ports/repositories/runRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { changeSubscriptions } from '../../declare/runCollections.ts';

/** There are two kinds of them, so a tenant has a handful at most. */
const limit = 100;

export const openChangeSubscriptionRepository = (engine: StorageEngine): ChangeSubscriptionRepository => {
  const store = engine.collection(changeSubscriptions);
  return {
    get: async (tenantId, id) => (await store.get(tenantId, id))?.document ?? null,
    list: async (tenantId) => (await store.page(tenantId, { limit })).items.map(({ document }) => document),
    save: async (tenantId, subscription) => {
      await store.write(tenantId, [{ put: subscription }]);
    },
    remove: async (tenantId, id) => {
      await store.write(tenantId, [{ delete: id }]);
    },
  };
};
