import type { DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import { isSameProfile } from '../../../domain/plan/diffProfile.ts';
import type { Membership, SnapshotRepository } from '../../../ports/repositories/snapshotRepository.ts';
import { containersBelow } from '../containersBelow.ts';

/** Where a snapshot is kept, and whether changes to it must be remembered for a refresh. */
export interface DirtyPlace {
  readonly snapshots: SnapshotRepository;
  readonly tenantId: string;
  readonly snapshotId: string;
}

/** Those of the people the snapshot does not hold exactly like this; the same change reported twice is no change. */
export const changedPeople = async (
  place: DirtyPlace,
  people: readonly DirectoryUser[],
  before?: readonly DirectoryUser[],
): Promise<readonly DirectoryUser[]> => {
  const ids = people.map((person) => person.id);
  const kept = before ?? (await place.snapshots.getPeople(place.tenantId, place.snapshotId, ids));
  const known = new Map(kept.map((person) => [person.id, person]));
  return people.filter((person) => {
    const held = known.get(person.id);
    return held === undefined || held.isAgent !== person.isAgent || !isSameProfile(held, person);
  });
};

/** Those of the memberships the snapshot does not hold (or, with `held`, those it does). */
export const membershipsWhere = async (
  place: DirtyPlace,
  memberships: readonly Membership[],
  held: boolean,
): Promise<readonly Membership[]> => {
  const known = await place.snapshots.hasMemberships(place.tenantId, place.snapshotId, memberships);
  return memberships.filter((_membership, index) => known[index] === held);
};

/** Remembers everybody whom these memberships bring in or keep out: people directly, groups with all below them. */
export const markMembersDirty = async (place: DirtyPlace, memberships: readonly Membership[]): Promise<void> => {
  const people = memberships.filter((membership) => membership.memberKind === 'user').map(({ memberId }) => memberId);
  await place.snapshots.markDirty(place.tenantId, place.snapshotId, people);
  const groups = memberships.filter((membership) => membership.memberKind === 'group').map(({ memberId }) => memberId);
  if (groups.length > 0) await markBelowDirty(place, groups);
};

/** Remembers everybody in these containers and in the groups below them. */
export const markBelowDirty = async (place: DirtyPlace, containerIds: readonly string[]): Promise<void> => {
  const edges = await place.snapshots.groupMemberships(place.tenantId, place.snapshotId);
  for (const id of containersBelow(edges, containerIds)) {
    for await (const batch of place.snapshots.scanContainer(place.tenantId, place.snapshotId, id)) {
      const people = batch.filter((membership) => membership.memberKind === 'user').map(({ memberId }) => memberId);
      await place.snapshots.markDirty(place.tenantId, place.snapshotId, people);
    }
  }
};
