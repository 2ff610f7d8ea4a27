import type {
  PlanEntry as PlanEntryBody,
  Run as RunBody,
  RunChange as RunChangeBody,
} from '../../contract/sync/sync.ts';
import type { FieldChange, PlanEntry } from '../../domain/plan/plan.ts';
import type { RecordedChange, Run, RunChange } from '../../domain/run/run.ts';
import { presentVerdict } from './presentVerdict.ts';

export const presentRun = (run: Run): RunBody => ({
  id: run.id,
  kind: run.kind,
  mode: run.mode,
  trigger: run.trigger,
  status: run.status,
  startedBy: run.startedBy,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  cancelRequested: run.cancelRequested,
  progress: { ...run.progress, waiting: run.finishedAt === null ? (run.progress.waiting ?? null) : null },
  counts: run.counts,
  warnings: [...run.warnings],
  failure: run.failure,
});

const presentChange = ({ field, old, new: now }: RecordedChange) => ({ field, old: mutable(old), new: mutable(now) });

const mutable = (value: FieldChange['old']): string | boolean | string[] | null =>
  typeof value === 'object' && value !== null ? [...value] : value;

export const presentPlanEntry = (entry: PlanEntry): PlanEntryBody => ({
  action: entry.action,
  teammateId: entry.teammateId,
  displayName: entry.displayName,
  userPrincipalName: entry.profile?.userPrincipalName ?? null,
  changes: entry.changes.map(presentChange),
  scope: presentVerdict(entry.scope),
});

export const presentRunChange = (change: RunChange): RunChangeBody => ({
  ...change,
  changes: change.changes.map(presentChange),
});
