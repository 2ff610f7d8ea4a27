import { planCounter, withDeparturesHeld } from '../../domain/plan/countPlan.ts';
import { mustHoldDepartures } from '../../domain/plan/guardDepartures.ts';
import type { PlanCounts, PlanWarning } from '../../domain/plan/plan.ts';
import { isSuspicious, planWarnings } from '../planWarnings.ts';
import type { Decisions, PlanSources } from '../scanDecisions.ts';
import type { Reading } from './readDirectory.ts';
import type { RunExecution } from './runExecution.ts';
import { enterPhase, hasReached } from './runPhase.ts';

/** A plan that is counted and guarded, ready to be walked through. */
export interface RunPlan {
  readonly sources: PlanSources;
  readonly decisions: Decisions;
  /** Departures wait for an admin. */
  readonly held: boolean;
}

/** Counts the whole plan before anything of it is applied, because the guard looks at all departures together. */
export const planRun = async (execution: RunExecution, { snapshot, decisions }: Reading): Promise<RunPlan> => {
  const { repositories, tenantId, log } = execution;
  const { kind, approvedDepartures, selection, settings, startedAt } = log.current();
  const includesHeld = kind === 'preview' || approvedDepartures > 0;
  const sources = { repositories, tenantId, selection, settings, snapshot, now: new Date(startedAt), includesHeld };
  if (hasReached(execution, 'applying')) return { sources, decisions, held: log.current().counts.hold > 0 };
  await enterPhase(execution, 'planning');
  const warnings = await planWarnings(sources);
  const counts = await count(execution, sources, decisions);
  const held = await mustHold(execution, counts, warnings);
  log.note((run) => ({
    counts: held ? withDeparturesHeld(counts) : counts,
    warnings: held ? [...warnings, { code: 'departures-held', id: run.id, displayName: '' }] : warnings,
    progress: { ...run.progress, graphRequests: execution.directory.requestCount },
  }));
  return { sources, decisions, held };
};

const count = async ({ signal }: RunExecution, sources: PlanSources, decisions: Decisions): Promise<PlanCounts> => {
  const counter = planCounter();
  for await (const { decision, verdict } of decisions(sources)) {
    signal.throwIfAborted();
    counter.add(decision, verdict);
  }
  return counter.counts();
};

const mustHold = async (
  { repositories, tenantId, log }: RunExecution,
  counts: PlanCounts,
  warnings: readonly PlanWarning[],
): Promise<boolean> => {
  const known = (await repositories.checkpoints.get(tenantId))?.warnings ?? [];
  const { approvedDepartures, settings } = log.current();
  const facts = {
    departures: counts.disable + counts.remove,
    activeTeammates: await repositories.teammates.count(tenantId, 'active'),
    approved: approvedDepartures,
    isSuspicious: isSuspicious(warnings, known),
  };
  return mustHoldDepartures(facts, settings.guard);
};
