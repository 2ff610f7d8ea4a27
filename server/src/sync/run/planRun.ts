import { planCounter } from '../../domain/plan/countPlan.ts';
import { holdDepartures, type Holding } from '../../domain/plan/guardDepartures.ts';
import type { PlanCounts, PlanWarning } from '../../domain/plan/plan.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { listingsWithStrangers, planWarnings, suspiciousContainers } from '../plan/planWarnings.ts';
import type { Decisions, PlanSources } from '../plan/planSources.ts';
import { findSuspects } from './findSuspects.ts';
import type { Reading } from './readDirectory.ts';
import type { RunExecution } from './runExecution.ts';
import { enterPhase, hasReached } from './runPhase.ts';
import { changesSomething, entryOf, type RunPlan } from './runPlan.ts';

/** Counts the whole plan before anything of it is applied, because the guard looks at all departures together. */
export const planRun = async (execution: RunExecution, { snapshot, decisions }: Reading): Promise<RunPlan> => {
  const { repositories, tenantId, log } = execution;
  const { kind, approvedDepartures, selection, settings, startedAt } = log.current();
  const includesHeld = kind === 'preview' || approvedDepartures > 0;
  const now = new Date(startedAt);
  const unguarded = { repositories, tenantId, selection, settings, snapshot, now, includesHeld, suspicious: nothing };
  const isCounted = hasReached(execution, 'applying');
  if (!isCounted) await enterPhase(execution, 'planning');
  const warnings = isCounted ? log.current().warnings : await planWarnings(unguarded);
  const sources = { ...unguarded, suspicious: await suspicionOf(execution, warnings, snapshot.head) };
  if (isCounted) return { sources, decisions, holding: holdingOf(log.current().counts), isIdle: false };
  const { counts, holding, isIdle } = await guard(execution, sources, decisions);
  log.note((run) => ({
    counts,
    warnings: counts.hold > 0 ? [...warnings, { code: 'departures-held', id: run.id, displayName: '' }] : warnings,
    progress: { ...run.progress, graphRequests: execution.directory.requestCount },
  }));
  return { sources, decisions, holding, isIdle };
};

const nothing: ReadonlySet<string> = new Set();

const suspicionOf = async (
  { repositories, tenantId }: RunExecution,
  warnings: readonly PlanWarning[],
  head: SnapshotHead,
): Promise<ReadonlySet<string>> => {
  const known = (await repositories.checkpoints.get(tenantId))?.warnings ?? [];
  return new Set([...suspiciousContainers(warnings, known), ...listingsWithStrangers(head)]);
};

/** What a resumed run had decided: where nobody leaves but is held, holding everybody holds the same people. */
const holdingOf = ({ hold, disable, remove }: PlanCounts): Holding => {
  if (hold === 0) return 'nobody';
  return disable + remove === 0 ? 'everybody' : 'suspects';
};

interface Guarded {
  readonly counts: PlanCounts;
  readonly holding: Holding;
  readonly isIdle: boolean;
}

const guard = async (execution: RunExecution, sources: PlanSources, decisions: Decisions): Promise<Guarded> => {
  const counted = async (holding: Holding): Promise<Guarded> => ({
    ...(await count(execution, { sources, decisions, holding })),
    holding,
  });
  const free = await counted('nobody');
  const holding = await decideHolding(execution, sources, free.counts);
  if (holding === 'nobody') return free;
  if (holding === 'suspects') await findSuspects(execution, sources, decisions);
  return counted(holding);
};

const count = async (
  { signal }: RunExecution,
  { sources, decisions, holding }: Omit<RunPlan, 'isIdle'>,
): Promise<Pick<Guarded, 'counts' | 'isIdle'>> => {
  const counter = planCounter();
  let isIdle = true;
  for await (const planned of decisions(sources)) {
    signal.throwIfAborted();
    if (changesSomething(planned)) isIdle = false;
    const entry = entryOf(planned, holding);
    counter.add(entry === null ? planned.decision : { kind: 'entry', entry }, planned.verdict);
  }
  return { counts: counter.counts(), isIdle };
};

const decideHolding = async (
  { repositories, tenantId, log }: RunExecution,
  { suspicious }: PlanSources,
  counts: PlanCounts,
): Promise<Holding> => {
  const { approvedDepartures, settings } = log.current();
  const facts = {
    departures: counts.disable + counts.remove,
    activeTeammates: await repositories.teammates.count(tenantId, 'active'),
    approved: approvedDepartures,
    isSuspicious: suspicious.size > 0,
  };
  return holdDepartures(facts, settings.guard);
};
