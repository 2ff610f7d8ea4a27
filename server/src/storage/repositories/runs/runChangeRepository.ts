import { planActions } from '../../../domain/plan/plan.ts';
import type { RunChangeRepository } from '../../../ports/repositories/runRepositories.ts';
import type { Condition, StorageEngine } from '../../collection.ts';
import { changeId, runChanges } from '../../declare/runCollections.ts';
import { pageOf, pageWindow } from '../pageOf.ts';

export const openRunChangeRepository = (engine: StorageEngine): RunChangeRepository => {
  const store = engine.collection(runChanges);
  return {
    add: async (tenantId, changes) => {
      await store.write(
        tenantId,
        changes.map((change) => ({ put: change })),
      );
    },
    pageOfRun: async (tenantId, runId, request) => {
      const where: readonly Condition[] = [
        { key: 'run', eq: runId },
        { key: 'action', in: request.action === undefined ? planActions : [request.action] },
      ];
      return pageOf(await store.page(tenantId, { where, sort: 'name', ...pageWindow(request) }));
    },
    pageOldest: async (tenantId, request) => pageOf(await store.page(tenantId, { sort: 'at', ...pageWindow(request) })),
    remove: async (tenantId, changes) => {
      await store.write(
        tenantId,
        changes.map((change) => ({ delete: changeId(change) })),
      );
    },
    pageOfTeammate: async (tenantId, teammateId, request) =>
      pageOf(
        await store.page(tenantId, {
          where: [{ key: 'teammate', eq: teammateId }],
          sort: 'at',
          descending: true,
          ...pageWindow(request),
        }),
      ),
  };
};
