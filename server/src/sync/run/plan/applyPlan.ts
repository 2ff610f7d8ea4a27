import { applyEntry, applyVerdict, type Stamp } from '../../../domain/plan/applyEntry.ts';
import type { Holding } from '../../../domain/plan/guardDepartures.ts';
import type { PlanEntry } from '../../../domain/plan/plan.ts';
import type { RunChange } from '../../../domain/run/run.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import type { SnapshotHead } from '../../../ports/repositories/snapshotRepository.ts';
import type { PlannedPerson } from '../../plan/planSources.ts';
import type { CompleteSnapshot } from '../../snapshot/completeSnapshot.ts';
import { entryOf, type RunPlan } from './runPlan.ts';
import type { RunExecution } from '../runExecution.ts';

/** Between two batches a run can be cancelled or killed; a smaller batch means sooner, a larger one means faster. */
const batchSize = 10_000;

/**
 * Applies the plan in batches. History is written before the teammates: after a crash in between, the same changes
 * are planned again and written over, while the other order would lose them.
 */
export const applyPlan = async (
  execution: RunExecution,
  { head }: CompleteSnapshot,
  { holding, changed }: RunPlan,
): Promise<void> => {
  await overtake(execution, head);
  let batch: PlannedPerson[] = [];
  for await (const planned of changed()) {
    batch.push(planned);
    if (batch.length < batchSize) continue;
    await applyBatch(execution, batch, holding);
    batch = [];
  }
  await applyBatch(execution, batch, holding);
};

/** Should this run end half-way, the next refresh begins at a checkpoint that knows nothing of what this one did. */
const overtake = async ({ repositories, tenantId }: RunExecution, head: SnapshotHead): Promise<void> => {
  const checkpoint = await repositories.checkpoints.get(tenantId);
  if (checkpoint === null || checkpoint.snapshotId === head.id || checkpoint.isOvertaken === true) return;
  await repositories.checkpoints.save(tenantId, { ...checkpoint, isOvertaken: true });
};

const applyBatch = async (
  execution: RunExecution,
  batch: readonly PlannedPerson[],
  holding: Holding,
): Promise<void> => {
  const { repositories, tenantId, log, clock, signal } = execution;
  signal.throwIfAborted();
  if (batch.length === 0) return;
  const stamp: Stamp = { runId: log.current().id, at: clock.now().toISOString() };
  const applied = batch.map((planned) => ({ planned, entry: entryOf(planned, holding) }));
  const entries = applied.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  await repositories.runChanges.add(
    tenantId,
    entries.map((entry) => changeOf(entry, stamp)),
  );
  const after = applied.map(({ planned, entry }) => teammateAfter(planned, entry, stamp));
  await repositories.teammates.save(
    tenantId,
    after.filter((teammate): teammate is Teammate => teammate !== null),
  );
  log.note(({ progress }) => ({ progress: { ...progress, applied: progress.applied + entries.length } }));
};

const teammateAfter = (
  { decision, teammate }: PlannedPerson,
  entry: PlanEntry | null,
  stamp: Stamp,
): Teammate | null => {
  if (entry !== null) return applyEntry(entry, teammate, stamp);
  return decision.kind === 'rescoped' && teammate !== null
    ? applyVerdict(teammate, decision.verdict, stamp.runId)
    : null;
};

const changeOf = (entry: PlanEntry, stamp: Stamp): RunChange => ({
  runId: stamp.runId,
  teammateId: entry.teammateId,
  displayName: entry.displayName,
  action: entry.action,
  changes: entry.changes,
  at: stamp.at,
});
