import { type DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import type { Membership, SnapshotHead } from '../../../ports/repositories/snapshotRepository.ts';
import { compactSnapshotPerson } from '../compactDocuments.ts';
import type { CollectionDeclaration } from '../../collection.ts';

/** Snapshots of the directory: how far each was read. */
export const snapshotHeads: CollectionDeclaration<SnapshotHead> = {
  fenced: true,
  operational: true,
  name: 'snapshotHeads',
  id: (head) => head.id,
  keys: {},
};

export interface SnapshotPerson {
  readonly snapshotId: string;
  readonly person: DirectoryUser;
}

/** People as one snapshot read them. Written by the hundred thousand, so the id does all the work and keys none. */
export const snapshotPeople: CollectionDeclaration<SnapshotPerson> = {
  fenced: true,
  large: true,
  compact: compactSnapshotPerson,
  operational: true,
  name: 'snapshotPeople',
  id: ({ snapshotId, person }) => `${snapshotId}/${person.id}`,
  keys: {},
};

export interface SnapshotMembership {
  readonly snapshotId: string;
  readonly membership: Membership;
}

/** Below every character of an id, so that ids with a tail sort exactly as the ids alone. */
const tail = ' ';

/** The beginning of the ids of one member's memberships; people are kept apart from groups. */
export const membershipsOf = (snapshotId: string, kind: Membership['memberKind'], memberId: string): string =>
  `${snapshotId}/${kind}/${memberId}${tail}`;

/** Direct memberships as one snapshot read them, in the order in which `snapshotPeople` has the people. */
export const snapshotMemberships: CollectionDeclaration<SnapshotMembership> = {
  fenced: true,
  large: true,
  name: 'snapshotMemberships',
  id: ({ snapshotId, membership }) =>
    membershipsOf(snapshotId, membership.memberKind, membership.memberId) + membership.containerId,
  keys: { container: ({ snapshotId, membership }) => `${snapshotId}/${membership.containerId}` },
  indexes: [['container']],
};

export interface DirtyPerson {
  readonly snapshotId: string;
  readonly personId: string;
}

/** People about whom something changed since they were last planned. */
export const dirtyPeople: CollectionDeclaration<DirtyPerson> = {
  fenced: true,
  large: true,
  operational: true,
  name: 'touchedPeople',
  id: ({ snapshotId, personId }) => `${snapshotId}/${personId}`,
  keys: {},
};
