import { planPerson, type Decision } from '../domain/plan/planPerson.ts';
import { resolveScope } from '../domain/scope/resolveScope.ts';
import { openScopeContext, type ScopeContext } from '../domain/scope/scopeContext.ts';
import type { ScopeVerdict } from '../domain/scope/scopeReason.ts';
import type { Selection } from '../domain/scope/selection.ts';
import type { SyncSettings } from '../domain/settings/syncSettings.ts';
import type { Teammate } from '../domain/teammate/teammate.ts';
import type { Membership, Repositories } from '../ports/repositories.ts';
import type { CompleteSnapshot } from './snapshot/completeSnapshot.ts';
import { openCursor, type OrderedCursor } from './snapshot/orderedCursor.ts';

export interface PlannedPerson {
  readonly decision: Decision;
  readonly verdict: ScopeVerdict;
  readonly teammate: Teammate | null;
}

export interface PlanSources {
  readonly repositories: Pick<Repositories, 'snapshots' | 'teammates'>;
  readonly tenantId: string;
  readonly selection: Selection;
  readonly snapshot: CompleteSnapshot;
  readonly settings: SyncSettings;
  /** One instant for the whole plan, so that planning it again gives the same. */
  readonly now: Date;
  /** Plan held departures anew; see `planPerson`. */
  readonly includesHeld: boolean;
}

/** Plans the people it is about, one by one in order of id; asked again it starts over. */
export type Decisions = (sources: PlanSources) => AsyncGenerator<PlannedPerson>;

/**
 * Plans everybody, one by one in order of id, by merging what was read with who is kept. Takes a finished reading
 * only; memory does not grow with the tenant.
 */
export async function* scanDecisions(sources: PlanSources): AsyncGenerator<PlannedPerson> {
  const { repositories, tenantId, snapshot, settings, now, includesHeld } = sources;
  const snapshotId = snapshot.head.id;
  const context = await scopeContextOf(sources);
  const people = await openCursor(repositories.snapshots.scanPeople(tenantId, snapshotId));
  const teammates = await openCursor(repositories.teammates.scan(tenantId));
  const memberships = await openCursor(repositories.snapshots.scanPersonMemberships(tenantId, snapshotId));

  for (let id = lowest(people, teammates); id !== null; id = lowest(people, teammates)) {
    const person = people.peek()?.id === id ? people.peek() : null;
    const teammate = teammates.peek()?.id === id ? teammates.peek() : null;
    const containerIds = await containersOf(memberships, id);
    const verdict = resolveScope(context, { id, person, containerIds });
    yield { decision: planPerson({ id, person, teammate, verdict, settings, now, includesHeld }), verdict, teammate };
    if (person !== null) await people.advance();
    if (teammate !== null) await teammates.advance();
  }
}

export const scopeContextOf = async ({
  repositories,
  tenantId,
  selection,
  snapshot,
}: PlanSources): Promise<ScopeContext> => {
  const edges = await repositories.snapshots.groupMemberships(tenantId, snapshot.head.id);
  return openScopeContext({
    selection,
    groupEdges: edges.map((edge) => ({
      container: edge.container,
      containerId: edge.containerId,
      groupId: edge.memberId,
    })),
    groupNames: snapshot.head.groupNames,
  });
};

const lowest = (a: OrderedCursor<{ id: string }>, b: OrderedCursor<{ id: string }>): string | null => {
  const first = a.peek()?.id ?? null;
  const second = b.peek()?.id ?? null;
  if (first === null || second === null) return first ?? second;
  return first < second ? first : second;
};

/** Direct containers of one person; memberships of people nobody has a profile of are passed over. */
const containersOf = async (memberships: OrderedCursor<Membership>, id: string): Promise<readonly string[]> => {
  const containers: string[] = [];
  for (let edge = memberships.peek(); edge !== null && edge.memberId <= id; edge = memberships.peek()) {
    if (edge.memberId === id) containers.push(edge.containerId);
    await memberships.advance();
  }
  return containers;
};
