import type { DirectoryMember } from '../../domain/directory/directoryContainer.ts';
import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import type { Selection } from '../../domain/scope/selection.ts';
import type { ReadPage } from '../../ports/directoryReader.ts';
import type { Membership, ReadTask, SnapshotHead, SnapshotRepository } from '../../ports/repositories.ts';
import { containerTask } from './listingTasks.ts';

export interface SnapshotPlace {
  readonly snapshots: SnapshotRepository;
  readonly tenantId: string;
  readonly selection: Selection;
}

/**
 * Writes down what is read, page by page and one page at a time, so that a killed run goes on from its last page.
 * Everything written twice is written the same: a page read again after a crash changes nothing.
 */
export interface SnapshotBook {
  head(): SnapshotHead;
  task(key: string): ReadTask | undefined;
  addPage(key: string, page: ReadPage): Promise<void>;
  /** Members that joined a container after its listing; people among them must be added by `addPeople`. */
  addMembers(task: ReadTask, members: readonly DirectoryMember[]): Promise<void>;
  addPeople(people: readonly DirectoryUser[]): Promise<void>;
  markGone(key: string): Promise<void>;
  /** Forgets what a listing brought and begins it again. */
  restart(key: string): Promise<void>;
  addTask(task: ReadTask): void;
  nameGroup(id: string, displayName: string): void;
  /** Keeps the head; called once a page, because it is what a restart goes on from. */
  saveHead(change?: Partial<SnapshotHead>): Promise<void>;
}

export const openSnapshotBook = (place: SnapshotPlace, start: SnapshotHead): SnapshotBook => {
  const { snapshots, tenantId } = place;
  const draft = openDraft(start);
  const inTurn = oneAtATime();
  const saveHead = (change: Partial<SnapshotHead> = {}): Promise<void> =>
    snapshots.saveHead(tenantId, draft.change(change));

  const addMembers = async (task: ReadTask, members: readonly DirectoryMember[]): Promise<void> => {
    const counted = members.filter((member) => member.kind === 'user' || followsGroups(place.selection, task));
    for (const member of counted) if (member.kind === 'group') draft.addGroup(member);
    await snapshots.saveMemberships(tenantId, start.id, memberships(task, counted));
  };
  /** First back to the beginning, then clear: the other way round, a crash in between would lose the pages read. */
  const forget = async (key: string): Promise<void> => {
    draft.patch(key, { link: null, done: false, read: 0, gone: false });
    await saveHead();
    const source = draft.tasks.get(key)?.source;
    if (source?.kind === 'members') await snapshots.clearContainer(tenantId, start.id, source.id);
  };
  const markGone = async (key: string): Promise<void> => {
    await forget(key);
    draft.patch(key, { done: true, gone: true });
    await saveHead();
  };
  const addPage = async (key: string, page: ReadPage): Promise<void> => {
    const task = draft.tasks.get(key);
    if (task === undefined) return;
    await snapshots.savePeople(tenantId, start.id, page.people);
    await addMembers(task, page.members);
    const size = task.source.kind === 'users' ? page.people.length : page.members.length;
    draft.patch(key, { link: page.next, done: page.next === null, read: task.read + size });
    await saveHead();
  };

  return {
    head: draft.head,
    task: (key) => draft.tasks.get(key),
    addMembers: (task, members) => inTurn(() => addMembers(task, members)),
    addPeople: (people) => inTurn(() => snapshots.savePeople(tenantId, start.id, people)),
    addPage: (key, page) => inTurn(() => addPage(key, page)),
    markGone: (key) => inTurn(() => markGone(key)),
    restart: (key) => inTurn(() => forget(key)),
    addTask: draft.addTask,
    nameGroup: draft.nameGroup,
    saveHead: (change) => inTurn(() => saveHead(change)),
  };
};

/** The head while it changes. */
const openDraft = (start: SnapshotHead) => {
  const tasks = new Map(start.tasks.map((task) => [task.key, task]));
  const groupNames = { ...start.groupNames };
  let kept = start;
  const head = (): SnapshotHead => ({ ...kept, tasks: [...tasks.values()], groupNames: { ...groupNames } });
  const addTask = (task: ReadTask): void => {
    if (!tasks.has(task.key)) tasks.set(task.key, task);
  };
  return {
    tasks: tasks as ReadonlyMap<string, ReadTask>,
    head,
    addTask,
    change: (change: Partial<SnapshotHead>): SnapshotHead => {
      kept = { ...kept, ...change };
      return head();
    },
    patch: (key: string, change: Partial<ReadTask>): void => {
      const task = tasks.get(key);
      if (task !== undefined) tasks.set(key, { ...task, ...change });
    },
    nameGroup: (id: string, displayName: string): void => {
      groupNames[id] = displayName;
    },
    addGroup: ({ id, displayName }: DirectoryMember): void => {
      groupNames[id] = displayName ?? groupNames[id] ?? id;
      addTask(containerTask('group', id));
    },
  };
};

/** One writer at a time: pages of several listings arrive together, and the head must match what is stored. */
const oneAtATime = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};

/** Groups nested in a group always count; groups in a unit only where the admin said so. */
const followsGroups = (selection: Selection, task: ReadTask): boolean =>
  task.source.kind === 'members' &&
  (task.source.container === 'group' ||
    selection.units.some((unit) => task.key === `members:${unit.id}` && unit.includeGroups));

const memberships = (task: ReadTask, members: readonly DirectoryMember[]): readonly Membership[] => {
  const { source } = task;
  if (source.kind !== 'members') return [];
  return members.map(({ id, kind }) => ({
    container: source.container,
    containerId: source.id,
    memberId: id,
    memberKind: kind,
  }));
};
