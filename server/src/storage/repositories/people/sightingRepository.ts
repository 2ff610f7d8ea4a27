import type { SightingRepository } from '../../../ports/repositories/sightingRepository.ts';
import type { StorageEngine } from '../../collection.ts';
import { sightings } from '../../declare/people/sightingCollection.ts';

export const openSightingRepository = (engine: StorageEngine): SightingRepository => {
  const store = engine.collection(sightings);
  return {
    get: async (tenantId, teammateId) => (await store.get(tenantId, teammateId))?.document ?? null,
    getMany: async (tenantId, ids) => (await store.getMany(tenantId, ids)).map((item) => item.document),
    count: (tenantId) => store.count(tenantId),
    countClient: (tenantId, client) => store.count(tenantId, [{ key: 'client', eq: client }]),
    countProblems: (tenantId) => store.count(tenantId, [{ key: 'problem', eq: 'yes' }]),
    save: async (tenantId, sighting) => {
      await store.write(tenantId, [{ put: sighting }]);
    },
    remove: async (tenantId, ids) => {
      await store.write(
        tenantId,
        ids.map((id) => ({ delete: id })),
      );
    },
  };
};
