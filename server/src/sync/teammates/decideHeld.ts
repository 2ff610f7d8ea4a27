import { nameOf } from '../../domain/directory/directoryUser.ts';
import { applyEntry } from '../../domain/plan/applyEntry.ts';
import type { PlanAction, PlanCounts, PlanEntry } from '../../domain/plan/plan.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { LetDepartures } from '../../domain/schedule/syncState.ts';
import { withLetDepartures } from '../../domain/schedule/withLetDepartures.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';
import { allPages } from '../../ports/pages/allPages.ts';

export interface HeldDecision {
  readonly tenantId: string;
  readonly runId: string;
  readonly decision: 'approve' | 'discard';
  /** Null: everybody this run held. */
  readonly teammateIds: readonly string[] | null;
  readonly by: string;
}

/** What a held departure would do: who is still active is disabled, who is disabled already is removed. */
export const departureAction = ({ status }: Teammate): Extract<PlanAction, 'disable' | 'remove'> =>
  status === 'active' ? 'disable' : 'remove';

/**
 * Lets held departures take their course, or decides that these people stay. Returns how many were decided: somebody
 * who came back meanwhile, or was decided already, is left alone. Throws RequestError 409 while a sync is under way.
 */
export const decideHeld = (heldDesk: LeasedDesk, decision: HeldDecision): Promise<number> =>
  withSyncLease(heldDesk, decision.tenantId, async (desk) => {
    const at = desk.clock.now().toISOString();
    const decided = { disable: 0, remove: 0 };
    for await (const batch of heldBy(desk, decision)) {
      await apply(desk, decision, { batch, at });
      for (const teammate of batch) decided[departureAction(teammate)] += 1;
    }
    if (decision.decision === 'approve') {
      await countAsLeft(desk, decision, decided);
      await noteDay(desk, decision, { at, left: decided.disable + decided.remove });
    }
    return decided.disable + decided.remove;
  });

/** The run that held them says of each what became of them, and so do its counts: those it holds no more have left. */
const countAsLeft = async (
  { repositories: { runs } }: LeasedDesk,
  { tenantId, runId }: HeldDecision,
  { disable, remove }: Pick<PlanCounts, 'disable' | 'remove'>,
): Promise<void> => {
  const found = await runs.get(tenantId, runId);
  if (found === null || disable + remove === 0) return;
  const { counts } = found.value;
  const moved = {
    disable: counts.disable + disable,
    remove: counts.remove + remove,
    hold: Math.max(0, counts.hold - disable - remove),
  };
  await runs.save(tenantId, { ...found.value, counts: { ...counts, ...moved } }, found.revision);
};

/** For what is told by the day: those who were let go leave on the day of the decision. */
const noteDay = async (
  { repositories: { syncStates } }: LeasedDesk,
  { tenantId, runId }: HeldDecision,
  made: Omit<LetDepartures, 'runId'>,
): Promise<void> => {
  if (made.left === 0) return;
  let saved: unknown = null;
  while (saved === null) {
    const state = await syncStates.get(tenantId);
    const letDepartures = withLetDepartures(state.value.letDepartures ?? [], { runId, ...made });
    saved = await syncStates.claim(tenantId, state, { letDepartures });
  }
};

interface DecidedBatch {
  readonly batch: readonly Teammate[];
  readonly at: string;
}

const apply = async (
  { repositories }: LeasedDesk,
  decision: HeldDecision,
  { batch, at }: DecidedBatch,
): Promise<void> => {
  const { tenantId, runId, by } = decision;
  if (decision.decision === 'discard') {
    const kept = batch.map((teammate): Teammate => ({ ...teammate, departure: { state: 'kept', by, at } }));
    await repositories.teammates.save(tenantId, kept);
    return;
  }
  const entries = batch.map(entryFor);
  const changes = entries.map(({ teammateId, displayName, action }) => ({
    runId,
    teammateId,
    displayName,
    action,
    changes: [],
    at,
  }));
  await repositories.runChanges.add(tenantId, changes);
  const after = batch.map((teammate) => applyEntry(entryFor(teammate), teammate, { runId, at }));
  await repositories.teammates.save(
    tenantId,
    after.filter((teammate): teammate is Teammate => teammate !== null),
  );
};

const entryFor = (teammate: Teammate): PlanEntry => ({
  action: departureAction(teammate),
  teammateId: teammate.id,
  displayName: nameOf(teammate.profile),
  changes: [],
  scope: teammate.scope,
  profile: null,
});

/** Deciding takes people off the list of the held, so its first page is asked for until nothing new is on it. */
async function* heldBy(desk: LeasedDesk, decision: HeldDecision): AsyncGenerator<readonly Teammate[]> {
  const { teammates } = desk.repositories;
  const wanted = decision.teammateIds === null ? null : new Set(decision.teammateIds);
  const isMeant = ({ id, departure }: Teammate): boolean =>
    departure?.state === 'held' && departure.runId === decision.runId && (wanted === null || wanted.has(id));
  for await (const held of allPages(500, (request) => teammates.pageHeld(decision.tenantId, request))) {
    const batch = held.filter(isMeant);
    if (batch.length > 0) yield batch;
  }
}
