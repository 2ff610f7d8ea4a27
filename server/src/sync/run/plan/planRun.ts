import { planCounter } from '../../../domain/plan/countPlan.ts';
import { holdDepartures, type Holding } from '../../../domain/plan/guardDepartures.ts';
import type { PlanCounts, PlanWarning } from '../../../domain/plan/plan.ts';
import type { Run } from '../../../domain/run/run.ts';
import type { SnapshotHead } from '../../../ports/repositories/snapshotRepository.ts';
import { listingsWithStrangers, planWarnings, suspiciousContainers } from '../../plan/planWarnings.ts';
import type { Decisions, PlanSources } from '../../plan/planSources.ts';
import { scanDecisions } from '../../plan/scanDecisions.ts';
import { findSuspects } from './findSuspects.ts';
import { findUnlisted, isUnlisted, mostLookUps } from './findUnlisted.ts';
import type { Reading } from '../readDirectory.ts';
import type { RunExecution } from '../runExecution.ts';
import { enterPhase, hasReached } from '../runPhase.ts';
import { entryOf, openChangeMemory, whoChanges, type RunPlan } from './runPlan.ts';

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
  if (isCounted) return { holding: holdingOf(log.current().counts), changed: () => whoChanges(sources, decisions) };
  const { counts, holding, changed } = await guard(execution, sources, decisions);
  log.note((run) => ({
    counts,
    warnings: counts.hold > 0 ? [...warnings, { code: 'departures-held', id: run.id, displayName: '' }] : warnings,
    progress: { ...run.progress, graphRequests: execution.directory.requestCount },
  }));
  return { holding, changed };
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

interface Guarded extends RunPlan {
  readonly counts: PlanCounts;
  /** Ids of those of whom nobody knows yet whether the directory has them. */
  readonly unlisted: readonly string[];
}

/**
 * What an admin agreed to is everybody whom they saw leave, the held among them. Where more would leave by now they agreed
 * to nothing: the held go on waiting, and for the others the limit is what it always is.
 */
const guard = async (execution: RunExecution, sources: PlanSources, decisions: Decisions): Promise<Guarded> => {
  const counted = (holding: Holding): Promise<Guarded> => count(execution, sources, { decisions, holding });
  const first = await counted('nobody');
  const isFound = await findUnlisted(execution, sources, decisions === scanDecisions ? first.unlisted : []);
  const free = isFound ? await counted('nobody') : first;
  if (isExceeded(execution.log.current(), free.counts)) {
    // Kept with the run, so that it is not asked again of a plan that is half applied.
    execution.log.note(() => ({ approvedDepartures: 0 }));
    return guard(execution, { ...sources, includesHeld: false }, decisions);
  }
  const holding = await decideHolding(execution, sources, free.counts);
  if (holding === 'nobody') return free;
  if (holding === 'suspects') await findSuspects(execution, sources, decisions);
  return counted(holding);
};

const departuresOf = ({ disable, remove }: PlanCounts): number => disable + remove;

const isExceeded = ({ approvedDepartures }: Run, counts: PlanCounts): boolean =>
  approvedDepartures > 0 && departuresOf(counts) > approvedDepartures;

interface Counting {
  readonly decisions: Decisions;
  readonly holding: Holding;
}

const count = async (
  { signal }: RunExecution,
  sources: PlanSources,
  { decisions, holding }: Counting,
): Promise<Guarded> => {
  const counter = planCounter();
  const memory = openChangeMemory();
  const unlisted: string[] = [];
  for await (const planned of decisions(sources)) {
    signal.throwIfAborted();
    memory.add(planned);
    if (unlisted.length <= mostLookUps && isUnlisted(planned)) unlisted.push(planned.teammate?.id ?? '');
    const entry = entryOf(planned, holding);
    counter.add(entry === null ? planned.decision : { kind: 'entry', entry }, planned.verdict);
  }
  return { counts: counter.counts(), holding, changed: memory.changed(sources, decisions), unlisted };
};

const decideHolding = async (
  { repositories, tenantId, log }: RunExecution,
  { suspicious }: PlanSources,
  counts: PlanCounts,
): Promise<Holding> => {
  const { approvedDepartures, settings } = log.current();
  const facts = {
    departures: departuresOf(counts),
    activeTeammates: await repositories.teammates.count(tenantId, 'active'),
    approved: approvedDepartures,
    isSuspicious: suspicious.size > 0,
  };
  return holdDepartures(facts, settings.guard);
};
