import type { SyncBench } from './syncBench.ts';

/** Writes down that runs which threw have failed, as the executor would, so that the next one may start. */
export const failUnfinished = async ({ repositories, tenantId }: SyncBench): Promise<void> => {
  for (const { id } of (await repositories.runs.page(tenantId, { limit: 10 })).items) {
    const found = await repositories.runs.get(tenantId, id);
    if (found?.value.finishedAt !== null) continue;
    const failed = { ...found.value, status: 'failed' as const, finishedAt: found.value.startedAt };
    await repositories.runs.save(tenantId, failed, found.revision);
  }
};
