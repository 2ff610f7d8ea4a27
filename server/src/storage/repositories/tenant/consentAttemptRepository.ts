import { createHash } from 'node:crypto';
import type { ConsentAttempt } from '../../../domain/connection/connection.ts';
import { StaleRevision } from '../../../domain/errors.ts';
import type { ConsentAttemptRepository } from '../../../ports/repositories/connectionRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { consentAttempts } from '../../declare/access/connectionCollections.ts';

const digest = (id: string): string => createHash('sha256').update(id).digest('base64url');

export const openConsentAttemptRepository = (engine: StorageEngine): ConsentAttemptRepository => {
  const store = engine.collection(consentAttempts);
  return {
    add: async (tenantId, attempt) => {
      await store.write(tenantId, [{ put: { ...attempt, id: digest(attempt.id) }, ifRevision: 0 }]);
    },
    take: async (tenantId, id) => {
      const found = await store.get(tenantId, digest(id));
      if (found === null) return null;
      try {
        await store.write(tenantId, [{ delete: digest(id), ifRevision: found.revision }]);
        return { ...found.document, id };
      } catch (error) {
        if (error instanceof StaleRevision) return null;
        throw error;
      }
    },
    prune: async (tenantId, now, keep) => {
      // Few are kept of any tenant, so all that expire first and are too many stand on the first page.
      const { items } = await store.page(tenantId, { sort: 'expiresAt', limit: 1000 });
      const isOver = ({ expiresAt }: ConsentAttempt): boolean => expiresAt <= now.toISOString();
      const over = items.filter(({ document }, at) => isOver(document) || at < items.length - keep);
      await store.write(
        tenantId,
        over.map(({ document }) => ({ delete: document.id })),
      );
    },
  };
};
