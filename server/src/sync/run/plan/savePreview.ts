import type { PlanEntry } from '../../../domain/plan/plan.ts';
import { entryOf, type RunPlan } from './runPlan.ts';
import type { RunExecution } from '../runExecution.ts';

const batchSize = 2000;

/** Keeps every entry of the plan so that it can be looked at, and changes nothing else. */
export const savePreview = async (execution: RunExecution, { holding, changed }: RunPlan): Promise<void> => {
  const { repositories, tenantId, log, signal } = execution;
  const save = async (entries: readonly PlanEntry[]): Promise<void> => {
    signal.throwIfAborted();
    await repositories.planEntries.add(tenantId, log.current().id, entries);
    log.note(({ progress }) => ({ progress: { ...progress, applied: progress.applied + entries.length } }));
  };
  let batch: PlanEntry[] = [];
  for await (const planned of changed()) {
    const entry = entryOf(planned, holding);
    if (entry !== null) batch.push(entry);
    if (batch.length < batchSize) continue;
    await save(batch);
    batch = [];
  }
  await save(batch);
};
