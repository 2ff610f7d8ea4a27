import type { DirectoryMember } from '../../../domain/directory/directoryContainer.ts';
import type { DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import type { UnreadableElement } from '../../../domain/directory/unreadableElement.ts';
import type { Selection } from '../../../domain/scope/selection.ts';
import type { ReadPage } from '../../../ports/directory/directoryReader.ts';
import type {
  Doubt,
  Membership,
  ReadTask,
  SnapshotHead,
  SnapshotRepository,
} from '../../../ports/repositories/snapshotRepository.ts';
import { oneAtATime } from '../../../ports/oneAtATime.ts';
import { openSnapshotDraft, type SnapshotDraft } from './snapshotDraft.ts';
import { openSnapshotWriter, type SnapshotWriter } from './snapshotWriter.ts';

export interface SnapshotPlace {
  readonly snapshots: SnapshotRepository;
  readonly tenantId: string;
  readonly selection: Selection;
  /** Mark whom it concerns as dirty and write only what differs: for a refresh, whose work must follow the change. */
  readonly marksDirty?: boolean;
}

/**
 * Writes down what is read, page by page and one page at a time, so that a killed run goes on from its last page.
 * Everything written twice is written the same: a page read again after a crash changes nothing.
 */
export interface Staging {
  head(): SnapshotHead;
  task(key: string): ReadTask | undefined;
  addPage(key: string, page: ReadPage): Promise<void>;
  /**
   * Members that joined a container after its listing; people among them must be added by `addPeople`. A container
   * back from the recycle bin is listed anew, because what a change tells of it need not be everybody.
   */
  addMembers(task: ReadTask, members: readonly DirectoryMember[]): Promise<void>;
  removeMembers(task: ReadTask, memberIds: readonly string[]): Promise<void>;
  /** `before`: what the snapshot holds of them, for whoever has read it already. */
  addPeople(people: readonly DirectoryUser[], before?: readonly DirectoryUser[]): Promise<void>;
  removePeople(ids: readonly string[]): Promise<void>;
  /** Remembers what could not be read; nobody leaves because of it. */
  skip(elements: readonly UnreadableElement[]): Promise<void>;
  /** Remembers what is to be asked again; whoever is read after all, or removed, is doubted no more. */
  doubt(doubts: readonly Doubt[]): Promise<void>;
  dispel(isSettled: (doubt: Doubt) => boolean): Promise<void>;
  markGone(key: string): Promise<void>;
  /**
   * Nobody can be read from this container; what is known of it is kept. Throws the error where going on would be worse:
   * for an excluded group, whose members would come in, and when every container is closed to us.
   */
  markUnreadable(key: string, error: unknown): Promise<void>;
  /** Forgets what a listing brought and begins it again. */
  restart(key: string): Promise<void>;
  addTask(task: ReadTask): void;
  /** What slices have brought stays; one listing of everybody is read instead of what is left of them. */
  giveUpSlices(): Promise<void>;
  nameGroup(id: string, displayName: string): Promise<void>;
  /** Keeps the head; called once a page, because it is what a restart goes on from. */
  saveHead(change?: Partial<SnapshotHead>): Promise<void>;
}

export const openStaging = (place: SnapshotPlace, start: SnapshotHead): Staging => {
  const draft = openSnapshotDraft(start);
  const write = openSnapshotWriter(place, start.id);
  // One writer at a time: pages of several listings arrive together, and the head must match what is stored.
  const inTurn = oneAtATime();
  const steps = stagingSteps(place, draft, write);
  return {
    head: draft.head,
    task: (key) => draft.tasks.get(key),
    addMembers: (task, members) =>
      inTurn(() => (task.gone ? steps.restart(task.key) : steps.addMembers(task, members))),
    removeMembers: (task, memberIds) => inTurn(() => write.removeMemberships(possibleMemberships(task, memberIds))),
    addPeople: (people, before) => inTurn(() => steps.addPeople(people, before)),
    removePeople: (ids) =>
      inTurn(() => {
        const gone = new Set(ids);
        draft.settle(({ id }) => id !== null && gone.has(id));
        draft.dispel(({ kind, id }) => kind === 'user' && gone.has(id));
        return write.removePeople(ids);
      }),
    addPage: (key, page) => inTurn(() => steps.addPage(key, page)),
    skip: (elements) => inTurn(async () => void draft.skip(elements)),
    doubt: (doubts) => inTurn(async () => void draft.doubt(doubts)),
    dispel: (isSettled) => inTurn(async () => void draft.dispel(isSettled)),
    markGone: (key) => inTurn(() => steps.markGone(key)),
    markUnreadable: (key, error) => inTurn(() => steps.close(key, error)),
    restart: (key) => inTurn(() => steps.restart(key)),
    addTask: draft.addTask,
    giveUpSlices: () =>
      inTurn(() => {
        draft.giveUpSlices();
        return steps.saveHead();
      }),
    nameGroup: (id, displayName) => inTurn(() => steps.rename(id, displayName)),
    saveHead: (change) => inTurn(() => steps.saveHead(change)),
  };
};

/** What the staging does, each step from beginning to end; the staging lets one happen at a time. */
const stagingSteps = (place: SnapshotPlace, draft: SnapshotDraft, write: SnapshotWriter) => {
  const saveHead = (change: Partial<SnapshotHead> = {}): Promise<void> =>
    place.snapshots.saveHead(place.tenantId, draft.change(change));
  const addMembers = async (task: ReadTask, members: readonly DirectoryMember[]): Promise<void> => {
    const counted = members.filter((member) => member.kind === 'user' || followsGroups(place.selection, task));
    for (const member of counted) if (member.kind === 'group') draft.addGroup(member);
    await write.addMemberships(memberships(task, counted));
  };
  /** First back to the beginning, then clear: the other way round, a crash in between would lose the pages read. */
  const restart = async (key: string): Promise<void> => {
    draft.settle(({ listing }) => listing === key);
    draft.patch(key, { link: null, done: false, read: 0, gone: false, unreadable: false });
    await saveHead();
    const source = draft.tasks.get(key)?.source;
    if (source?.kind === 'members') await write.clearContainer(source.id);
  };
  const addPeople = (people: readonly DirectoryUser[], before?: readonly DirectoryUser[]): Promise<void> => {
    settleRead(draft, people);
    return write.addPeople(people, before);
  };
  return {
    saveHead,
    addPeople,
    addMembers,
    addPage: async (key: string, page: ReadPage): Promise<void> => {
      const task = draft.tasks.get(key);
      if (task === undefined || task.done) return;
      await addPeople(page.people);
      draft.skip(page.unreadable.map((element) => ({ ...element, listing: key })));
      await addMembers(task, page.members);
      const size = task.source.kind === 'users' ? page.people.length : page.members.length;
      draft.patch(key, { link: page.next, done: page.next === null, read: task.read + size });
      await saveHead();
    },
    restart,
    markGone: async (key: string): Promise<void> => {
      await restart(key);
      draft.patch(key, { done: true, gone: true });
      await saveHead();
    },
    rename: async (id: string, displayName: string): Promise<void> => {
      if (draft.nameGroup(id, displayName)) await write.renamed(id);
    },
    close: async (key: string, error: unknown): Promise<void> => {
      draft.patch(key, { done: true, unreadable: true });
      if (isExcluded(place.selection, key) || isAllUnreadable(draft.head())) throw error;
      await saveHead();
    },
  };
};

/** Read after all, they are there. */
const settleRead = (draft: SnapshotDraft, people: readonly DirectoryUser[]): void => {
  const ids = new Set(people.map((person) => person.id));
  draft.settle(({ id }) => id !== null && ids.has(id));
  draft.dispel(({ kind, id, told }) => kind === 'user' && told === 'there' && ids.has(id));
};

const isExcluded = (selection: Selection, key: string): boolean =>
  selection.excludedGroups.some((group) => key === `members:${group.id}`);

const isAllUnreadable = ({ tasks }: SnapshotHead): boolean => tasks.every((task) => task.unreadable === true);

/** Groups nested in a group always count; groups in a unit only where the admin said so. */
const followsGroups = (selection: Selection, task: ReadTask): boolean =>
  task.source.kind === 'members' &&
  (task.source.container === 'group' ||
    selection.units.some((unit) => task.key === `members:${unit.id}` && unit.includeGroups));

const memberships = (
  { source }: ReadTask,
  members: readonly Pick<DirectoryMember, 'id' | 'kind'>[],
): readonly Membership[] =>
  source.kind === 'members'
    ? members.map(({ id, kind }) => ({
        container: source.container,
        containerId: source.id,
        memberId: id,
        memberKind: kind,
      }))
    : [];

/** A removal names an id and not what it was. */
const possibleMemberships = (task: ReadTask, memberIds: readonly string[]): readonly Membership[] =>
  memberships(
    task,
    memberIds.flatMap((id) => [
      { id, kind: 'user' as const },
      { id, kind: 'group' as const },
    ]),
  );
