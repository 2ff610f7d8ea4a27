import { planActions } from '../../../domain/plan/plan.ts';
import { searchWords } from '../../../domain/teammate/searchWords.ts';
import type { PlanEntryRepository } from '../../../ports/repositories/runRepositories.ts';
import type { Condition, StorageEngine } from '../../collection.ts';
import { planEntries, planToken } from '../../declare/runCollections.ts';
import { pageOf, pageWindow } from '../pageOf.ts';
import { removeMatching } from '../removeMatching.ts';

export const openPlanEntryRepository = (engine: StorageEngine): PlanEntryRepository => {
  const store = engine.collection(planEntries);
  return {
    add: async (tenantId, runId, entries) => {
      await store.write(
        tenantId,
        entries.map((entry) => ({ put: { runId, entry } })),
      );
    },
    page: async (tenantId, runId, request) => {
      const where: readonly Condition[] = [
        { key: 'run', eq: runId },
        { key: 'action', in: request.action === undefined ? planActions : [request.action] },
        ...searchWords(request.search).map((word) => ({ key: 'tokens', prefix: planToken(runId, word) })),
      ];
      const { items, cursor } = pageOf(await store.page(tenantId, { where, sort: 'name', ...pageWindow(request) }));
      return { items: items.map(({ entry }) => entry), cursor };
    },
    removeSome: async (tenantId, runId, most) => {
      const { items, cursor } = await store.page(tenantId, { where: [idsOf(runId)], limit: most });
      await store.write(
        tenantId,
        items.map(({ document }) => ({ delete: planEntries.id(document) })),
      );
      return cursor !== null;
    },
    remove: (tenantId, runId) => removeMatching(store, planEntries, { tenantId, where: [idsOf(runId)] }),
  };
};

/** Ids begin with the run's. */
const idsOf = (runId: string): Condition => ({ key: 'id', prefix: `${runId}/` });
