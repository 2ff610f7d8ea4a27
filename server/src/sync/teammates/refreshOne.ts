import { randomUUID } from 'node:crypto';
import { RequestError } from '../../domain/errors.ts';
import { applyEntry, applyVerdict } from '../../domain/plan/applyEntry.ts';
import { planCounter } from '../../domain/plan/countPlan.ts';
import { planPerson, type Decision } from '../../domain/plan/planPerson.ts';
import type { Run, RunStarter } from '../../domain/run/run.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { LeaseStore } from '../../ports/lease.ts';
import { explainScope, type ExplainDesk, type Explanation } from '../scope/explainScope.ts';
import { doubtPeople } from '../snapshot/doubtPeople.ts';
import { membershipsIn } from '../snapshot/membershipsIn.ts';
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
 * history entry where there was a change. Throws RequestError 404 when this person is neither kept nor in scope, and 409
 * `person-in-doubt` when the directory has nobody now of whom its listings tell.
 */
export const refreshOne = (oneDesk: RefreshOneDesk, order: RefreshOrder): Promise<Teammate> =>
  withSyncLease(oneDesk, order.tenantId, async (desk) => {
    await findMemberships(desk, order);
    const explanation = await explainScope(desk, order.tenantId, order.id);
    await refuseInDoubt(desk, order, explanation);
    const { person, teammate, verdict, sources } = explanation;
    const { settings, now } = sources;
    const decision = planPerson({ id: order.id, person, teammate, verdict, settings, now, includesHeld: false });
    const after = await applyDecision(desk, order, { explanation, decision });
    await updateSnapshot(desk, order, explanation);
    if (after === null)
      throw new RequestError(404, 'not-found', 'This person is not in scope, so there is no teammate to refresh.');
    return after;
  });

/**
 * Answers about one person come from replicas that may be minutes behind (doubts.ts), and no change would tell of somebody who
 * was let go for such an answer: it was there all the time. Who was listed is asked for again by the next sync.
 */
const refuseInDoubt = async (
  { repositories: { snapshots }, clock }: RefreshOneDesk,
  { tenantId, id }: RefreshOrder,
  { person, sources }: Explanation,
): Promise<void> => {
  if (person !== null) return;
  const place = { tenantId, snapshotId: sources.snapshot.head.id };
  const listed = await snapshots.getPeople(tenantId, place.snapshotId, [id]);
  if (listed.length === 0) return;
  await doubtPeople({ snapshots, clock }, place, [id]);
  throw new RequestError(
    409,
    'person-in-doubt',
    'Microsoft did not have this person when we asked just now. That may be a delay of some minutes, so nothing changed: the next sync asks again.',
  );
};

/**
 * Somebody who came back from the recycle bin is in their groups again, and no group tells of that. Once the snapshot has their
 * profile no refresh asks for their groups any more.
 */
const findMemberships = async (desk: RefreshOneDesk, { tenantId, id }: RefreshOrder): Promise<void> => {
  const { checkpoints, snapshots } = desk.repositories;
  const checkpoint = await checkpoints.get(tenantId);
  const head = checkpoint && (await snapshots.getHead(tenantId, checkpoint.snapshotId));
  if (!head?.tasks.some(({ source }) => source.kind === 'members')) return;
  const held = new Set((await snapshots.personMemberships(tenantId, head.id, id)).map((edge) => edge.containerId));
  const found = (await membershipsIn(head, desk.directory, id)).filter(({ containerId }) => !held.has(containerId));
  if (found.length === 0) return;
  await snapshots.markDirty(tenantId, head.id, [id]);
  await snapshots.saveMemberships(tenantId, head.id, found);
};

/**
 * The next refresh compares with what is stored, so what was just read is stored; after it was applied, since whoever dies in
 * between leaves a snapshot that is behind, which the directory's next change mends, and not one that hides the change.
 */
const updateSnapshot = async (
  desk: RefreshOneDesk,
  { tenantId }: RefreshOrder,
  { person, sources }: Explanation,
): Promise<void> => {
  const { snapshots } = desk.repositories;
  const snapshotId = sources.snapshot.head.id;
  if (person !== null) await snapshots.savePeople(tenantId, snapshotId, [person]);
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
