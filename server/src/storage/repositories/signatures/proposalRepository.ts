import { noProposals } from '../../../domain/proposal/proposals.ts';
import type { ProposalRepository } from '../../../ports/repositories/proposalRepository.ts';
import type { Condition, StorageEngine } from '../../collection.ts';
import { proposals } from '../../declare/people/proposalCollection.ts';
import { pageOf, pageWindow } from '../pageOf.ts';
import { versioned } from '../versioned.ts';

const waits: Condition = { key: 'waiting', eq: 'yes' };

export const openProposalRepository = (engine: StorageEngine): ProposalRepository => {
  const store = engine.collection(proposals);
  return {
    get: async (tenantId, teammateId) =>
      versioned(await store.get(tenantId, teammateId)) ?? { value: noProposals(teammateId), revision: 0 },
    save: async (tenantId, value, ifRevision) => {
      const isEmpty = value.waiting.length === 0 && value.refused.length === 0;
      if (isEmpty && ifRevision === 0) return;
      await store.write(tenantId, [isEmpty ? { delete: value.teammateId, ifRevision } : { put: value, ifRevision }]);
    },
    page: async (tenantId, request) =>
      pageOf(await store.page(tenantId, { where: [waits], sort: 'since', ...pageWindow(request) })),
    count: (tenantId) => store.count(tenantId, [waits]),
    scan: async function* (tenantId) {
      for await (const batch of store.scan(tenantId))
        yield batch.map(({ document, revision }) => ({ value: document, revision }));
    },
    remove: async (tenantId, ids) => {
      await store.write(
        tenantId,
        ids.map((id) => ({ delete: id })),
      );
    },
  };
};
