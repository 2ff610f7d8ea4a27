import { randomUUID } from 'node:crypto';
import { RequestError } from '../../domain/errors.ts';
import { applyEntry, applyVerdict } from '../../domain/plan/applyEntry.ts';
import { planCounter } from '../../domain/plan/countPlan.ts';
import { planPerson, type Decision } from '../../domain/plan/planPerson.ts';
import type { Run, RunStarter } from '../../domain/run/run.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { LeaseStore } from '../../ports/lease.ts';
import { explainScope, type ExplainDesk, type Explanation } from '../scope/explainScope.ts';
import { withSyncLease } from '../withSyncLease.ts';

export interface RefreshOneDesk extends ExplainDesk {
  readonly leases: LeaseStore;
}

export interface RefreshOrder {
  readonly tenantId: string;
  readonly id: string;
  readonly startedBy: RunStarter;
}

/**
 * Reads one person from the directory now and applies what changed, by the same plan as any sync, with a run and a
 * history entry where there was a change. Throws RequestError 404 when this person is neither kept nor in scope.
 */
export const refreshOne = (oneDesk: RefreshOneDesk, order: RefreshOrder): Promise<Teammate> =>
  withSyncLease(oneDesk, order.tenantId, async (desk) => {
    const explanation = await explainScope(desk, order.tenantId, order.id);
    await updateSnapshot(desk, order, explanation);
    const { person, teammate, verdict, sources } = explanation;
    const { settings, now } = sources;
    const decision = planPerson({ id: order.id, person, teammate, verdict, settings, now, includesHeld: false });
    const after = await applyDecision(desk, order, { explanation, decision });
    if (after === null)
      throw new RequestError(404, 'not-found', 'This person is not in scope, so there is no teammate to refresh.');
    return after;
  });

/** The next refresh compares with what is stored, so what was just read is stored. */
const updateSnapshot = async (
  desk: RefreshOneDesk,
  { tenantId, id }: RefreshOrder,
  { person, sources }: Explanation,
): Promise<void> => {
  const { snapshots } = desk.repositories;
  const snapshotId = sources.snapshot.head.id;
  if (person === null) await snapshots.removePeople(tenantId, snapshotId, [id]);
  else await snapshots.savePeople(tenantId, snapshotId, [person]);
};

interface Applied {
  readonly explanation: Explanation;
  readonly decision: Decision;
}

const applyDecision = async (desk: RefreshOneDesk, order: RefreshOrder, applied: Applied): Promise<Teammate | null> => {
  const { decision, explanation } = applied;
  const { teammates, runs, runChanges } = desk.repositories;
  const { teammate, verdict } = explanation;
  if (decision.kind === 'rescoped' && teammate !== null) {
    const rescoped = applyVerdict(teammate, verdict, teammate.lastRunId);
    await teammates.save(order.tenantId, [rescoped]);
    return rescoped;
  }
  if (decision.kind !== 'entry') return teammate;
  const run = runOf(desk, order, applied);
  const { entry } = decision;
  const stamp = { runId: run.id, at: run.startedAt };
  const { teammateId, displayName, action, changes } = entry;
  await runs.add(order.tenantId, run);
  await runChanges.add(order.tenantId, [{ ...stamp, teammateId, displayName, action, changes }]);
  const after = applyEntry(entry, teammate, stamp);
  if (after !== null) await teammates.save(order.tenantId, [after]);
  return after;
};

/** A run of one person, done by the time it is stored. */
const runOf = ({ directory, clock }: RefreshOneDesk, order: RefreshOrder, { explanation, decision }: Applied): Run => {
  const counter = planCounter();
  counter.add(decision, explanation.verdict);
  const at = clock.now().toISOString();
  const { selection, settings } = explanation.sources;
  return {
    id: randomUUID(),
    kind: 'sync',
    mode: 'refresh',
    trigger: 'admin',
    status: 'succeeded',
    startedBy: order.startedBy,
    startedAt: at,
    finishedAt: at,
    selection,
    settings,
    cancelRequested: false,
    approvedDepartures: 1,
    progress: {
      peopleRead: 1,
      readsDone: 1,
      readsKnown: 1,
      pagesRead: 0,
      graphRequests: directory.requestCount,
      applied: 1,
    },
    counts: counter.counts(),
    warnings: [],
    failure: null,
  };
};
