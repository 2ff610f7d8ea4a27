import type { DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import type { Membership, SnapshotRepository } from '../../../ports/repositories/snapshotRepository.ts';
import { changedPeople, membershipsWhere, markBelowDirty, markMembersDirty, type DirtyPlace } from './dirtyPeople.ts';

interface WriterPlace {
  readonly snapshots: SnapshotRepository;
  readonly tenantId: string;
  readonly marksDirty?: boolean;
}

/** What is stored and, for a refresh, who is dirty by it: marked first, because a crash may come in between. */
export const openSnapshotWriter = ({ snapshots, tenantId, marksDirty = false }: WriterPlace, snapshotId: string) => {
  const place: DirtyPlace = { snapshots, tenantId, snapshotId };
  const ids = (people: readonly DirectoryUser[]) => people.map((person) => person.id);
  return {
    addPeople: async (people: readonly DirectoryUser[], before?: readonly DirectoryUser[]): Promise<void> => {
      const changed = marksDirty ? await changedPeople(place, people, before) : people;
      if (marksDirty) await snapshots.markDirty(tenantId, snapshotId, ids(changed));
      await snapshots.savePeople(tenantId, snapshotId, changed);
    },
    removePeople: async (personIds: readonly string[]): Promise<void> => {
      const known = ids(await snapshots.getPeople(tenantId, snapshotId, personIds));
      // Somebody who could not be read has no profile to remove, but is gone as well.
      if (marksDirty) await snapshots.markDirty(tenantId, snapshotId, personIds);
      await snapshots.removePeople(tenantId, snapshotId, known);
    },
    addMemberships: async (edges: readonly Membership[]): Promise<void> => {
      const added = marksDirty ? await membershipsWhere(place, edges, false) : edges;
      if (marksDirty) await markMembersDirty(place, added);
      await snapshots.saveMemberships(tenantId, snapshotId, added);
    },
    removeMemberships: async (edges: readonly Membership[]): Promise<void> => {
      const removed = await membershipsWhere(place, edges, true);
      if (marksDirty) await markMembersDirty(place, removed);
      await snapshots.removeMemberships(tenantId, snapshotId, removed);
    },
    clearContainer: async (containerId: string): Promise<void> => {
      if (marksDirty) await markBelowDirty(place, [containerId]);
      await snapshots.clearContainer(tenantId, snapshotId, containerId);
    },
    /** The chain of everybody below names the group. */
    renamed: async (groupId: string): Promise<void> => {
      if (marksDirty) await markBelowDirty(place, [groupId]);
    },
  };
};

export type SnapshotWriter = ReturnType<typeof openSnapshotWriter>;
