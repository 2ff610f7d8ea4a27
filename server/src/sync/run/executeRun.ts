import { mustHoldDepartures } from '../../domain/plan/guardDepartures.ts';
import { planCounter, withDeparturesHeld } from '../../domain/plan/countPlan.ts';
import type { PlanCounts, PlanWarning } from '../../domain/plan/plan.ts';
import type { Run } from '../../domain/run/run.ts';
import type { ReadPage } from '../../ports/directoryReader.ts';
import type { SnapshotHead } from '../../ports/repositories.ts';
import { isSuspicious, planWarnings } from '../planWarnings.ts';
import { scanDecisions, type PlanSources } from '../scanDecisions.ts';
import { readSnapshot } from '../snapshot/readSnapshot.ts';
import { applyPlan } from './applyPlan.ts';
import type { RunExecution } from './runExecution.ts';
import { savePreview } from './savePreview.ts';

/**
 * Executes one run from wherever it stands: read, plan, then save the plan (preview) or apply it (sync). Every step
 * may be interrupted and done again with the same result.
 */
export const executeRun = async (execution: RunExecution): Promise<void> => {
  const { log, tenantId, repositories } = execution;
  const { id, kind, selection } = log.current();
  await enter(execution, 'reading');
  const snapshot = await readSnapshot({
    place: { snapshots: repositories.snapshots, tenantId, selection },
    snapshotId: id,
    directory: execution.directory,
    signal: execution.signal,
    onProgress: (head, page) => {
      noteProgress(execution, head, page);
    },
  });
  const sources: PlanSources = { repositories, tenantId, selection, snapshot };
  const held = await planOnce(execution, sources);
  await enter(execution, 'applying');
  if (kind === 'preview') await savePreview(execution, sources, held);
  else await applyPlan(execution, sources, held);
  await finish(execution, snapshot.head);
};

const statusOrder: readonly Run['status'][] = ['queued', 'reading', 'planning', 'applying'];

/** Moves on to a phase; a resumed run that was further already stays there, so that its counts are kept. */
const enter = async ({ log, signal }: RunExecution, status: Run['status']): Promise<void> => {
  signal.throwIfAborted();
  log.note((run) => (statusOrder.indexOf(run.status) < statusOrder.indexOf(status) ? { status } : {}));
  await log.flush();
};

const noteProgress = ({ log, directory }: RunExecution, head: SnapshotHead, page: ReadPage): void => {
  log.note(({ progress }) => ({
    progress: {
      ...progress,
      peopleRead: progress.peopleRead + page.people.length,
      pagesRead: progress.pagesRead + 1,
      readsDone: head.tasks.filter((task) => task.done).length,
      readsKnown: head.tasks.length,
      graphRequests: directory.requestCount,
    },
  }));
};

/** Counts the whole plan before anything of it is applied, because the guard looks at all departures together. */
const planOnce = async (execution: RunExecution, sources: PlanSources): Promise<boolean> => {
  const { log, signal, directory } = execution;
  if (log.current().status === 'applying') return log.current().counts.hold > 0;
  await enter(execution, 'planning');
  const warnings = await planWarnings(sources);
  const counter = planCounter();
  for await (const { decision, verdict } of scanDecisions(sources)) {
    signal.throwIfAborted();
    counter.add(decision, verdict);
  }
  const held = await mustHold(execution, counter.counts(), warnings);
  log.note((run) => ({
    counts: held ? withDeparturesHeld(counter.counts()) : counter.counts(),
    warnings: held ? [...warnings, { code: 'departures-held', id: run.id, displayName: '' }] : warnings,
    progress: { ...run.progress, graphRequests: directory.requestCount },
  }));
  return held;
};

const mustHold = async (
  execution: RunExecution,
  counts: PlanCounts,
  warnings: readonly PlanWarning[],
): Promise<boolean> =>
  mustHoldDepartures({
    departures: counts.disable,
    activeTeammates: await execution.repositories.teammates.count(execution.tenantId, 'active'),
    approved: execution.log.current().approvedDepartures,
    isSuspicious: isSuspicious(warnings),
  });

/** The checkpoint is saved after the last change and before the run is called done. */
const finish = async (execution: RunExecution, head: SnapshotHead): Promise<void> => {
  const { log, repositories, tenantId, clock } = execution;
  const at = clock.now().toISOString();
  const { id, kind } = log.current();
  if (kind === 'sync') {
    await repositories.checkpoints.save(tenantId, { snapshotId: id, changeLinks: head.changeLinks, runId: id, at });
  }
  log.note(({ progress, counts }) => ({
    status: 'succeeded',
    finishedAt: at,
    progress: { ...progress, applied: entriesOf(counts) },
  }));
  await log.flush();
};

/** A run that was resumed has counted some entries twice or not at all on its way; the plan knows. */
const entriesOf = ({ add, update, enable, disable, hold }: PlanCounts): number =>
  add + update + enable + disable + hold;

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
