import type { Membership } from '../../ports/repositories/snapshotRepository.ts';
import type { Repositories } from '../../ports/repositories.ts';

export interface PersonContainers {
  readonly groups: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

export const noContainers: PersonContainers = { groups: new Set(), units: new Set() };

/**
 * Groups, nested ones too, and units somebody was in when the directory was last read; of those that are read at all:
 * what is picked, and what rules ask about. Which group is in which is read once.
 */
export const openContainers = async (
  { checkpoints, snapshots }: Pick<Repositories, 'checkpoints' | 'snapshots'>,
  tenantId: string,
): Promise<(personId: string) => Promise<PersonContainers>> => {
  const checkpoint = await checkpoints.get(tenantId);
  if (checkpoint === null) return () => Promise.resolve(noContainers);
  const nested = await snapshots.groupMemberships(tenantId, checkpoint.snapshotId);
  const containersOf = openContainersOf(nested);
  return async (personId) => containersOf(await snapshots.personMemberships(tenantId, checkpoint.snapshotId, personId));
};

/**
 * From which groups and units somebody is in themselves to all they are in: members of a nested group count for every group around
 * it; a unit has only its own members, as in Entra. Which group is in which is walked once and not for each person: where groups are
 * nested a lot, there are tens of thousands of those.
 */
export const openContainersOf = (nested: readonly Membership[]): ((own: readonly Membership[]) => PersonContainers) => {
  const parents = Map.groupBy(
    nested.filter(({ container }) => container === 'group'),
    ({ memberId }) => memberId,
  );
  return (own) => {
    const direct = own.filter(({ container }) => container === 'group').map(({ containerId }) => containerId);
    const groups = new Set(direct);
    for (const group of groups) for (const { containerId } of parents.get(group) ?? []) groups.add(containerId);
    return {
      groups,
      units: new Set(own.filter(({ container }) => container === 'unit').map(({ containerId }) => containerId)),
    };
  };
};
