import { createHash } from 'node:crypto';
import { StaleRevision } from '../../domain/errors.ts';
import type { ConsentAttemptRepository } from '../../ports/repositories.ts';
import type { StorageEngine } from '../collection.ts';
import { consentAttempts } from '../collections.ts';

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
    removeExpired: async (tenantId, now) => {
      for (;;) {
        const { items, cursor } = await store.page(tenantId, { sort: 'expiresAt', limit: 100 });
        const expired = items.filter((item) => item.document.expiresAt <= now.toISOString());
        await store.write(
          tenantId,
          expired.map((item) => ({ delete: item.document.id })),
        );
        if (cursor === null || expired.length < items.length) return;
      }
    },
  };
};
