import type { Signature, SignatureVersion } from '../../../domain/design/signature.ts';
import { StaleRevision } from '../../../domain/errors.ts';
import { allPages } from '../../../ports/pages/allPages.ts';
import type { Versioned } from '../../../ports/versioned.ts';
import type { DeletedSignature, SignatureRepository } from '../../../ports/repositories/signatureRepositories.ts';
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
    ...openDeleted(store, versions),
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

const openDeleted = (
  store: Collection<StoredSignature>,
  versions: Collection<SignatureVersion>,
): Pick<SignatureRepository, 'remove' | 'getDeleted' | 'listDeleted' | 'isAnyDeletedBefore' | 'purge'> => ({
  remove: async (tenantId, id, deletedAt) => {
    const found = await store.get(tenantId, id);
    if (found?.document.deletedAt !== null) return null;
    await store.write(tenantId, [{ put: { ...found.document, deletedAt }, ifRevision: found.revision }]);
    return present(found).value;
  },
  getDeleted: async (tenantId, id) => {
    const found = await store.get(tenantId, id);
    return found === null ? null : (presentDeleted(found)[0] ?? null);
  },
  listDeleted: (tenantId, since) => listDeleted(store, tenantId, since),
  isAnyDeletedBefore: async (tenantId, before) => {
    const { items } = await store.page(tenantId, { where: areDeleted, sort: 'deletedAt', limit: 1 });
    return items.some(({ document }) => (document.deletedAt ?? before) < before);
  },
  purge: async (tenantId, before) => {
    const { items } = await store.page(tenantId, { where: areDeleted, sort: 'deletedAt', limit: atOnce });
    const due = items.filter((item) => (item.document.deletedAt ?? before) < before);
    for (const { document, revision } of due) {
      await removeMatching(versions, signatureVersions, {
        tenantId,
        where: [{ key: 'id', prefix: `${document.id}/` }],
      });
      await store.write(tenantId, [{ delete: document.id, ifRevision: revision }]).catch(unlessStale);
    }
    return due.length;
  },
});

const present = ({ document, revision }: Stored<StoredSignature>): Versioned<Signature> => {
  const { id, name, draft, published, createdAt, createdBy, updatedAt, updatedBy } = document;
  return { value: { id, name, draft, published, createdAt, createdBy, updatedAt, updatedBy }, revision };
};

const presentDeleted = (found: Stored<StoredSignature>): readonly DeletedSignature[] => {
  const { deletedAt } = found.document;
  return deletedAt === null ? [] : [{ ...present(found), deletedAt }];
};

/** Years begin with a digit; those that are not deleted have no such key. */
const areDeleted = [{ key: 'deletedAt', prefix: '2' }];

/** Deleted ones that are read at once: few, since some are megabytes. */
const atOnce = 20;

const listDeleted = async (store: Collection<StoredSignature>, tenantId: string, since: string) => {
  const listed: DeletedSignature[] = [];
  const newest = { where: areDeleted, sort: 'deletedAt', descending: true };
  for await (const page of allPages(atOnce, (request) => store.page(tenantId, { ...newest, ...request }))) {
    const recent = page.flatMap(presentDeleted).filter(({ deletedAt }) => deletedAt >= since);
    listed.push(...recent);
    if (recent.length < page.length) break;
  }
  return listed;
};

/** Another process forgot it or brought it back at the same moment. */
const unlessStale = (error: unknown): void => {
  if (!(error instanceof StaleRevision)) throw error;
};
