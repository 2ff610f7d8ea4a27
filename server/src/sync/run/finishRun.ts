import type { PlanCounts } from '../../domain/plan/plan.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { purgeRemoved } from '../teammates/purgeRemoved.ts';
import type { RunExecution } from './runExecution.ts';

/** The checkpoint is saved after the last change and before the run is called done. */
export const finishRun = async (execution: RunExecution, head: SnapshotHead): Promise<void> => {
  const { log, repositories, tenantId, clock } = execution;
  const at = clock.now().toISOString();
  if (log.current().kind === 'sync') {
    await saveCheckpoint(execution, head, at);
    await repositories.snapshots.clearDirty(tenantId, head.id);
    await purgeRemoved({ repositories, tenantId, now: clock.now() });
  }
  log.note(({ progress, counts }) => ({
    status: 'succeeded',
    finishedAt: at,
    progress: { ...progress, applied: entriesOf(counts) },
  }));
  await log.flush();
};

const saveCheckpoint = async (
  { log, repositories, tenantId }: RunExecution,
  head: SnapshotHead,
  at: string,
): Promise<void> => {
  const { id, mode, selection, warnings, settings } = log.current();
  const before = await repositories.checkpoints.get(tenantId);
  const fullAt = mode === 'full' ? at : (before?.fullAt ?? at);
  const { autoDisable } = settings;
  const checkpoint = { snapshotId: head.id, selection, warnings, runId: id, at, fullAt, autoDisable };
  await repositories.checkpoints.save(tenantId, checkpoint);
};

/** A run that was resumed has counted some entries twice or not at all on its way; the plan knows. */
const entriesOf = ({ add, update, enable, disable, remove, hold }: PlanCounts): number =>
  add + update + enable + disable + remove + hold;

/**
 * Housekeeping after a run. Keeps the snapshot of the last sync and those of runs still going; a preview's has served.
 * The snapshots are listed before the runs, so that one of a run that starts meanwhile is not taken for a leftover.
 */
export const removeOldSnapshots = async ({ repositories, tenantId, log }: RunExecution): Promise<void> => {
  const kept = await repositories.snapshots.list(tenantId);
  const active = await Promise.all(
    (['preview', 'sync'] as const).map((kind) => repositories.runs.active(tenantId, kind)),
  );
  const checkpoint = await repositories.checkpoints.get(tenantId);
  const wanted = new Set([checkpoint?.snapshotId, ...active.map((run) => run?.id)]);
  for (const id of kept) {
    if (!wanted.has(id) || (id === log.current().id && log.current().kind === 'preview')) {
      await repositories.snapshots.remove(tenantId, id);
    }
  }
};

/** So many previews can be looked at again; the plans of older ones are forgotten, their runs stay in the history. */
const keptPreviews = 10;

/** Forgets the entries of previews that nobody will look at any more. */
export const removeOldPreviews = async ({ repositories, tenantId }: RunExecution): Promise<void> => {
  const { items } = await repositories.runs.page(tenantId, { limit: 200 });
  const old = items.filter((run) => run.kind === 'preview').slice(keptPreviews);
  for (const run of old) await repositories.planEntries.remove(tenantId, run.id);
};
