import type { ScopeContext } from '../../domain/scope/scopeContext.ts';
import { planOne } from '../teammates/planOne.ts';
import type { PlannedPerson, PlanSources } from './planSources.ts';
import { scopeContextOf } from './scanDecisions.ts';
import type { CompleteSnapshot } from '../snapshot/completeSnapshot.ts';

/** Plans the people about whom something changed, and nobody else. */
export async function* scanDirty(sources: PlanSources): AsyncGenerator<PlannedPerson> {
  const { repositories, tenantId, snapshot } = sources;
  const context = await scopeContextOf(sources);
  for await (const ids of repositories.snapshots.scanDirty(tenantId, snapshot.head.id)) {
    yield* planPeople(sources, context, ids);
  }
}

/** Plans these people as a full plan would; who is neither kept nor in the directory is passed over. */
async function* planPeople(
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
  const asked = { people: ids, containers: containersRead(snapshot) };
  const memberships = await repositories.snapshots.containersOfPeople(tenantId, snapshotId, asked);
  for (const id of ids) {
    const person = people.get(id) ?? null;
    const teammate = teammates.get(id) ?? null;
    if (person === null && teammate === null) continue;
    yield planOne(sources, context, { id, person, teammate, containerIds: memberships.get(id) ?? [] });
  }
}

/** Every container whose members were read: memberships are kept of no other. */
const containersRead = ({ head }: CompleteSnapshot): readonly string[] =>
  head.tasks.flatMap(({ source }) => (source.kind === 'members' ? [source.id] : []));
