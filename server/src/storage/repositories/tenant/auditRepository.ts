import { StaleRevision } from '../../../domain/errors.ts';
import type { AuditQuery, AuditRepository } from '../../../ports/repositories/auditRepository.ts';
import { auditEntries } from '../../declare/auditCollection.ts';
import type { Condition, StorageEngine } from '../../collection.ts';
import { pageOf, pageWindow } from '../pageOf.ts';

export const openAuditRepository = (engine: StorageEngine): AuditRepository => {
  const store = engine.collection(auditEntries);
  return {
    add: async (tenantId, entry) => {
      try {
        await store.write(tenantId, [{ put: entry, ifRevision: 0 }]);
        return true;
      } catch (error) {
        if (error instanceof StaleRevision) return false;
        throw error;
      }
    },
    page: async (tenantId, query) =>
      pageOf(
        await store.page(tenantId, { where: conditionsOf(query), sort: 'at', descending: true, ...pageWindow(query) }),
      ),
    hasBefore: async (tenantId, instant) => {
      const [oldest] = (await store.page(tenantId, { sort: 'at', limit: 1 })).items;
      return oldest !== undefined && oldest.document.at < instant;
    },
    forgetBefore: async (tenantId, instant, most) => {
      const { items } = await store.page(tenantId, { sort: 'at', limit: most });
      const old = items
        .filter(({ document }) => document.at < instant)
        .map(({ document }) => ({ delete: document.id }));
      if (old.length > 0) await store.write(tenantId, old);
      return old.length === most;
    },
  };
};

const conditionsOf = ({ personId, action, subjectId, at }: AuditQuery): readonly Condition[] => [
  ...(personId === undefined ? [] : [{ key: 'person', eq: personId }]),
  ...(action === undefined ? [] : [{ key: 'action', eq: action }]),
  ...(subjectId === undefined ? [] : [{ key: 'about', has: subjectId }]),
  ...(at === undefined ? [] : [{ key: 'at', prefix: at }]),
];
