import type { Selection } from '../../../src/contract/people/selection.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../http/apiClient.ts';

/** The first selection of a tenant that was just connected, and its first sync, which has ended. */
export const pickAndSync = async (api: ApiClient, selection: Selection): Promise<Run> => {
  await api.put('/api/selection', { selection, revision: 0 });
  return api.finished(await api.post<Run>('/api/sync/runs'));
};
