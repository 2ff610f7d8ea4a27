import type { RunExecution } from './runExecution.ts';

const day = 24 * 60 * 60_000;

/** Time passes without any change in the directory: people whose removal is due are planned as well. */
export const touchDue = async ({ repositories, tenantId, log }: RunExecution, snapshotId: string): Promise<void> => {
  const { settings, startedAt } = log.current();
  if (!settings.autoRemove) return;
  const before = new Date(Date.parse(startedAt) - settings.removeAfterDays * day);
  for await (const batch of repositories.teammates.scanSince(tenantId, 'disabled', before)) {
    const due = batch.filter((teammate) => teammate.departure === null).map((teammate) => teammate.id);
    await repositories.snapshots.touch(tenantId, snapshotId, due);
  }
};
