import { openScopeContext, type ScopeContext } from '../../domain/scope/scopeContext.ts';
import type { Membership } from '../../ports/repositories/snapshotRepository.ts';
import { planOne } from '../teammates/planOne.ts';
import type { PlannedPerson, PlanSources } from './planSources.ts';
import { openCursor, type OrderedCursor } from '../snapshot/orderedCursor.ts';

/**
 * Plans everybody, one by one in order of id, by merging what was read with who is kept. Takes a finished reading
 * only; memory does not grow with the tenant.
 */
export async function* scanDecisions(sources: PlanSources): AsyncGenerator<PlannedPerson> {
  const { repositories, tenantId, snapshot } = sources;
  const snapshotId = snapshot.head.id;
  const context = await scopeContextOf(sources);
  const people = await openCursor(repositories.snapshots.scanPeople(tenantId, snapshotId));
  const teammates = await openCursor(repositories.teammates.scan(tenantId));
  const memberships = await openCursor(repositories.snapshots.scanPersonMemberships(tenantId, snapshotId));

  for (let id = lowest(people, teammates); id !== null; id = lowest(people, teammates)) {
    const person = people.peek()?.id === id ? people.peek() : null;
    const teammate = teammates.peek()?.id === id ? teammates.peek() : null;
    const containerIds = isDue(memberships, id) ? await containersOf(memberships, id) : none;
    yield planOne(sources, context, { id, person, teammate, containerIds });
    // Most people stand in the batch that was read last, and waiting for nothing a hundred thousand times takes its time.
    const fills = [moveOn(people, person), moveOn(teammates, teammate)];
    for (const fill of fills) if (fill !== null) await fill;
  }
}

const moveOn = <T>(cursor: OrderedCursor<T>, used: T | null): Promise<void> | null =>
  used === null ? null : cursor.advance();

const isDue = (memberships: OrderedCursor<Membership>, id: string): boolean => {
  const edge = memberships.peek();
  return edge !== null && edge.memberId <= id;
};

const none: readonly string[] = [];

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
export const containersOf = async (memberships: OrderedCursor<Membership>, id: string): Promise<readonly string[]> => {
  const containers: string[] = [];
  for (let edge = memberships.peek(); edge !== null && edge.memberId <= id; edge = memberships.peek()) {
    if (edge.memberId === id) containers.push(edge.containerId);
    await memberships.advance();
  }
  return containers;
};
