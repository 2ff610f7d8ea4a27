import type { EnrichmentRepository } from '../../../ports/repositories/enrichmentRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { openErasedFilter } from '../../privacy/erasedPeople.ts';
import { managerProfiles, photos, enrichments } from '../../declare/people/enrichmentCollections.ts';

const deleting = (ids: readonly string[]) => ids.map((id) => ({ delete: id }));

export const openEnrichmentRepository = (engine: StorageEngine): EnrichmentRepository => {
  const store = engine.collection(enrichments);
  const images = engine.collection(photos);
  const erased = openErasedFilter(engine);
  return {
    get: async (tenantId, id) => (await store.get(tenantId, id))?.document ?? null,
    getMany: async (tenantId, ids) => (await store.getMany(tenantId, ids)).map((item) => item.document),
    count: (tenantId) => store.count(tenantId),
    countPhotos: (tenantId) => store.count(tenantId, [{ key: 'photo', eq: 'yes' }]),
    scan: async function* (tenantId) {
      for await (const batch of store.scan(tenantId)) yield batch.map((item) => item.document);
    },
    save: async (tenantId, changed) => {
      const known = new Set(await erased.without(tenantId, changed, ({ managerId }) => managerId));
      await store.write(
        tenantId,
        changed.map((one) => ({ put: known.has(one) ? one : { ...one, managerId: null } })),
      );
    },
    remove: async (tenantId, ids) => {
      await images.write(tenantId, deleting(ids));
      await store.write(tenantId, deleting(ids));
    },
    getPhoto: async (tenantId, id) => (await images.get(tenantId, id))?.document ?? null,
    savePhotos: async (tenantId, changed) => {
      await images.write(
        tenantId,
        changed.map((photo) => ({ put: photo })),
      );
    },
    removePhotos: async (tenantId, ids) => {
      await images.write(tenantId, deleting(ids));
    },
    ...managerCalls(engine),
  };
};

type ManagerCalls = Pick<
  EnrichmentRepository,
  'getManagers' | 'saveManagers' | 'managersAmong' | 'removeUnusedManagers'
>;

const managerCalls = (engine: StorageEngine): ManagerCalls => {
  const store = engine.collection(enrichments);
  const managers = engine.collection(managerProfiles);
  const erased = openErasedFilter(engine);
  const managersAmong = async (tenantId: string, ids: readonly string[]): Promise<readonly string[]> => {
    const reports = await Promise.all(ids.map((id) => store.count(tenantId, [{ key: 'manager', eq: id }])));
    return ids.filter((_id, index) => reports[index] !== 0);
  };
  return {
    managersAmong,
    getManagers: async (tenantId, ids) => (await managers.getMany(tenantId, ids)).map((item) => item.document),
    saveManagers: async (tenantId, changed) => {
      const kept = await erased.without(tenantId, changed, ({ id }) => id);
      await managers.write(
        tenantId,
        kept.map((manager) => ({ put: manager })),
      );
    },
    removeUnusedManagers: async (tenantId) => {
      for await (const batch of managers.scan(tenantId)) {
        const ids = batch.map((item) => item.document.id);
        const used = new Set(await managersAmong(tenantId, ids));
        const unused = ids.filter((id) => !used.has(id));
        if (unused.length > 0) await managers.write(tenantId, deleting(unused));
      }
    },
  };
};
