import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import type { Membership, SnapshotRepository } from '../../ports/repositories/snapshotRepository.ts';
import { changedPeople, membershipsWhere, touchBelow, touchMembers, type TouchPlace } from './touchedPeople.ts';

interface WriterPlace {
  readonly snapshots: SnapshotRepository;
  readonly tenantId: string;
  readonly touches?: boolean;
}

/** What is stored and, for a refresh, who is touched by it: touched first, because a crash may come in between. */
export const openSnapshotWriter = ({ snapshots, tenantId, touches = false }: WriterPlace, snapshotId: string) => {
  const place: TouchPlace = { snapshots, tenantId, snapshotId };
  const ids = (people: readonly DirectoryUser[]) => people.map((person) => person.id);
  return {
    addPeople: async (people: readonly DirectoryUser[], before?: readonly DirectoryUser[]): Promise<void> => {
      const changed = touches ? await changedPeople(place, people, before) : people;
      if (touches) await snapshots.touch(tenantId, snapshotId, ids(changed));
      await snapshots.savePeople(tenantId, snapshotId, changed);
    },
    removePeople: async (personIds: readonly string[]): Promise<void> => {
      const known = ids(await snapshots.getPeople(tenantId, snapshotId, personIds));
      // Somebody who could not be read has no profile to remove, but is gone as well.
      if (touches) await snapshots.touch(tenantId, snapshotId, personIds);
      await snapshots.removePeople(tenantId, snapshotId, known);
    },
    addMemberships: async (edges: readonly Membership[]): Promise<void> => {
      const added = touches ? await membershipsWhere(place, edges, false) : edges;
      if (touches) await touchMembers(place, added);
      await snapshots.saveMemberships(tenantId, snapshotId, added);
    },
    removeMemberships: async (edges: readonly Membership[]): Promise<void> => {
      const removed = await membershipsWhere(place, edges, true);
      if (touches) await touchMembers(place, removed);
      await snapshots.removeMemberships(tenantId, snapshotId, removed);
    },
    clearContainer: async (containerId: string): Promise<void> => {
      if (touches) await touchBelow(place, [containerId]);
      await snapshots.clearContainer(tenantId, snapshotId, containerId);
    },
    /** The chain of everybody below names the group. */
    renamed: async (groupId: string): Promise<void> => {
      if (touches) await touchBelow(place, [groupId]);
    },
  };
};

export type SnapshotWriter = ReturnType<typeof openSnapshotWriter>;
