import { endpoints } from '../../../contract/endpoints.ts';
import { readSyncStatus } from '../../../sync/schedule/readSyncStatus.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';

export const mountStatusRoutes = (mount: Mount, { repositories, clock, isNotifiable }: ApiOptions): void => {
  const desk = { repositories, clock, isNotifiable };
  mount(endpoints.getSyncStatus, async ({ actor }) => {
    const { checkpoint, ...status } = await readSyncStatus(desk, actor.tenantId);
    const lastSync =
      checkpoint === null ? null : { runId: checkpoint.runId, at: checkpoint.at, fullAt: checkpoint.fullAt };
    return { ...status, lastSync };
  });
};
