import type { ContainerKind } from '../../domain/directory/directoryContainer.ts';
import type { UnreadableElement } from '../../domain/directory/unreadableElement.ts';
import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import type { ChangeFeed, ReadSource } from '../directory/directoryReader.ts';

/** One listing of a snapshot and how far it got; `link` null and `done` false means not begun. */
export interface ReadTask {
  readonly key: string;
  readonly source: ReadSource;
  readonly link: string | null;
  readonly done: boolean;
  /** People or members read so far. */
  readonly read: number;
  /** Set when the container turned out to be gone. */
  readonly gone: boolean;
  /** Set when we may not read who is in the container, as with hidden membership. */
  readonly unreadable?: boolean;
}

/** Something of which a list of changes and an answer about it alone said different things; one of the two was behind. */
export interface Doubt {
  readonly kind: ContainerKind | 'user';
  readonly id: string;
  /** What the list of changes said. */
  readonly told: 'there' | 'gone';
  readonly since: string;
}

export interface SnapshotHead {
  readonly id: string;
  /** Kept from before the first listing, to replay what moved meanwhile. */
  readonly changeLinks: Readonly<Partial<Record<ChangeFeed, string>>>;
  readonly tasks: readonly ReadTask[];
  /** Today's names of picked containers and of nested groups seen so far, by id. */
  readonly groupNames: Readonly<Record<string, string>>;
  /** Set once every task is done and the kept links were replayed. */
  readonly complete: boolean;
  /** What could not be read so far, and was skipped. */
  readonly unreadable?: readonly UnreadableElement[];
  /** What is to be asked again, because nothing settles it yet. */
  readonly doubts?: readonly Doubt[];
  /** None of the links is older; Graph forgets them after seven days. */
  readonly linksAt: string;
}

export interface Membership {
  readonly container: ContainerKind;
  readonly containerId: string;
  readonly memberId: string;
  readonly memberKind: 'user' | 'group';
}

/** People and direct memberships as one run read them, on disk while it reads, so that memory stays flat. */
export interface SnapshotRepository {
  getHead(tenantId: string, snapshotId: string): Promise<SnapshotHead | null>;
  saveHead(tenantId: string, head: SnapshotHead): Promise<void>;
  savePeople(tenantId: string, snapshotId: string, people: readonly DirectoryUser[]): Promise<void>;
  removePeople(tenantId: string, snapshotId: string, ids: readonly string[]): Promise<void>;
  getPeople(tenantId: string, snapshotId: string, ids: readonly string[]): Promise<readonly DirectoryUser[]>;
  saveMemberships(tenantId: string, snapshotId: string, memberships: readonly Membership[]): Promise<void>;
  /** For each of the memberships, whether it is kept. */
  hasMemberships(tenantId: string, snapshotId: string, memberships: readonly Membership[]): Promise<readonly boolean[]>;
  removeMemberships(tenantId: string, snapshotId: string, memberships: readonly Membership[]): Promise<void>;
  /** Forgets what was read of one container, because its listing starts over or it is gone. */
  clearContainer(tenantId: string, snapshotId: string, containerId: string): Promise<void>;
  /** In order of person id, in batches. */
  scanPeople(tenantId: string, snapshotId: string): AsyncIterable<readonly DirectoryUser[]>;
  /** Memberships of people in order of person id, in batches. */
  scanPersonMemberships(tenantId: string, snapshotId: string): AsyncIterable<readonly Membership[]>;
  /** Memberships of groups in groups or units; there are few. */
  groupMemberships(tenantId: string, snapshotId: string): Promise<readonly Membership[]>;
  personMemberships(tenantId: string, snapshotId: string, personId: string): Promise<readonly Membership[]>;
  /** Those of these containers that each of the people is in, by id of the person, in order of their ids. */
  containersOfPeople(
    tenantId: string,
    snapshotId: string,
    asked: { readonly people: readonly string[]; readonly containers: readonly string[] },
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Direct members of one container, in batches. */
  scanContainer(tenantId: string, snapshotId: string, containerId: string): AsyncIterable<readonly Membership[]>;
  /**
   * Remembers people about whom something changed, until they are planned. Kept on disk and written before the change
   * itself, so that a crash in between plans somebody for nothing rather than forgetting somebody.
   */
  markDirty(tenantId: string, snapshotId: string, personIds: readonly string[]): Promise<void>;
  /** Dirty people in order of id, in batches. */
  scanDirty(tenantId: string, snapshotId: string): AsyncIterable<readonly string[]>;
  clearDirty(tenantId: string, snapshotId: string): Promise<void>;
  countPeople(tenantId: string, snapshotId: string): Promise<number>;
  remove(tenantId: string, snapshotId: string): Promise<void>;
  /** Ids of all kept snapshots of the tenant. */
  list(tenantId: string): Promise<readonly string[]>;
}
