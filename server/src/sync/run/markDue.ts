import { allPages } from '../../ports/pages/allPages.ts';
import { removalCutoff } from '../../domain/teammate/removalDue.ts';
import type { RunExecution } from './runExecution.ts';

/** Time passes without any change in the directory: people whose removal is due are planned as well. */
export const markDue = async ({ repositories, tenantId, log }: RunExecution, snapshotId: string): Promise<void> => {
  const { settings, startedAt } = log.current();
  const before = removalCutoff(settings, new Date(startedAt));
  if (before === null) return;
  for await (const batch of repositories.teammates.scanSince(tenantId, 'disabled', before)) {
    const due = batch.filter((teammate) => teammate.departure === null).map((teammate) => teammate.id);
    await repositories.snapshots.markDirty(tenantId, snapshotId, due);
  }
};

/** An admin agreed to departures, and nothing need have happened to those who wait for that. */
export const markHeld = async ({ repositories, tenantId, log }: RunExecution, snapshotId: string): Promise<void> => {
  if (log.current().approvedDepartures === 0) return;
  const held = allPages(500, (request) => repositories.teammates.pageHeld(tenantId, request));
  for await (const batch of held) {
    const ids = batch.map(({ id }) => id);
    await repositories.snapshots.markDirty(tenantId, snapshotId, ids);
  }
};
