import type { ScopeContext } from '../../domain/scope/scopeContext.ts';
import { planOne } from '../teammates/planOne.ts';
import type { PlannedPerson, PlanSources } from './planSources.ts';
import { scopeContextOf } from './scanDecisions.ts';

/** Plans the people about whom something changed, and nobody else. */
export async function* scanTouched(sources: PlanSources): AsyncGenerator<PlannedPerson> {
  const { repositories, tenantId, snapshot } = sources;
  const context = await scopeContextOf(sources);
  for await (const ids of repositories.snapshots.scanTouched(tenantId, snapshot.head.id)) {
    yield* planPeople(sources, context, ids);
  }
}

/** Plans these people as a full plan would; who is neither kept nor in the directory is passed over. */
export async function* planPeople(
  sources: PlanSources,
  context: ScopeContext,
  ids: readonly string[],
): AsyncGenerator<PlannedPerson> {
  const { repositories, tenantId, snapshot } = sources;
  const snapshotId = snapshot.head.id;
  const people = new Map(
    (await repositories.snapshots.getPeople(tenantId, snapshotId, ids)).map((person) => [person.id, person]),
  );
  const teammates = new Map(
    (await repositories.teammates.getMany(tenantId, ids)).map((teammate) => [teammate.id, teammate]),
  );
  for (const id of ids) {
    const person = people.get(id) ?? null;
    const teammate = teammates.get(id) ?? null;
    if (person === null && teammate === null) continue;
    const memberships = await repositories.snapshots.personMemberships(tenantId, snapshotId, id);
    const containerIds = memberships.map((edge) => edge.containerId);
    yield planOne(sources, context, { id, person, teammate, containerIds });
  }
}
