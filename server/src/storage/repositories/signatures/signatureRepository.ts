import type { Signature } from '../../../domain/design/signature.ts';
import type { Versioned } from '../../../ports/versioned.ts';
import type { SignatureRepository } from '../../../ports/repositories/signatureRepositories.ts';
import type { Collection, Stored, StorageEngine } from '../../collection.ts';
import { signatures, signatureVersions, versionId, type StoredSignature } from '../../declare/signatureCollections.ts';
import { removeMatching } from '../removeMatching.ts';

export const openSignatureRepository = (engine: StorageEngine): SignatureRepository => {
  const store = engine.collection(signatures);
  const versions = engine.collection(signatureVersions);
  return {
    get: async (tenantId, id) => {
      const found = await store.get(tenantId, id);
      return found?.document.deletedAt === null ? present(found) : null;
    },
    list: async (tenantId) => {
      const where = [{ key: 'listed', eq: 'yes' }];
      return (await store.page(tenantId, { where, sort: 'name', limit: 1000 })).items.map(present);
    },
    save: async (tenantId, signature, ifRevision) => {
      const [revision = ifRevision + 1] = await store.write(tenantId, [
        { put: { ...signature, deletedAt: null }, ifRevision },
      ]);
      return { value: signature, revision };
    },
    remove: async (tenantId, id, at) => (await setDeleted(store, tenantId, { id, deletedAt: at }))?.value ?? null,
    bringBack: (tenantId, id) => setDeleted(store, tenantId, { id, deletedAt: null }),
    purge: async (tenantId, before) => {
      // Years begin with a digit; those that are not deleted have no such key.
      const where = [{ key: 'deletedAt', prefix: '2' }];
      const { items } = await store.page(tenantId, { where, sort: 'deletedAt', limit: 100 });
      for (const { document } of items.filter((item) => (item.document.deletedAt ?? before) < before)) {
        await removeMatching(versions, signatureVersions, {
          tenantId,
          where: [{ key: 'id', prefix: `${document.id}/` }],
        });
        await store.write(tenantId, [{ delete: document.id }]);
      }
    },
    addVersion: async (tenantId, version) => {
      await versions.write(tenantId, [{ put: version }]);
    },
    versions: async (tenantId, signatureId) => {
      const where = [{ key: 'id', prefix: `${signatureId}/` }];
      const { items } = await versions.page(tenantId, { where, descending: true, limit: 50 });
      return items.map((item) => item.document);
    },
    getVersion: async (tenantId, signatureId, version) =>
      (await versions.get(tenantId, versionId(signatureId, version)))?.document ?? null,
  };
};

const present = ({ document, revision }: Stored<StoredSignature>): Versioned<Signature> => {
  const { id, name, draft, published, createdAt, createdBy, updatedAt, updatedBy } = document;
  return { value: { id, name, draft, published, createdAt, createdBy, updatedAt, updatedBy }, revision };
};

/** Null where there is nothing to change. Throws StaleRevision when somebody else changed it at the same moment. */
const setDeleted = async (
  store: Collection<StoredSignature>,
  tenantId: string,
  { id, deletedAt }: Pick<StoredSignature, 'id' | 'deletedAt'>,
): Promise<Versioned<Signature> | null> => {
  const found = await store.get(tenantId, id);
  if (found === null || (found.document.deletedAt === null) === (deletedAt === null)) return null;
  const put = { ...found.document, deletedAt };
  await store.write(tenantId, [{ put, ifRevision: found.revision }]);
  return present({ document: put, revision: found.revision + 1 });
};
