import { DirectoryError } from '../../../domain/errors.ts';
import type { UnreadableElement } from '../../../domain/directory/unreadableElement.ts';
import type { DirectoryMember } from '../../../domain/directory/directoryContainer.ts';
import type { ReadTask, SnapshotHead } from '../../../ports/repositories/snapshotRepository.ts';
import { containerTask, everyoneTask, isSlice } from '../listings/listingTasks.ts';
import { openDoubts } from './openDoubts.ts';

/** Beyond this it is the answer that is wrong and not its elements. */
const mostUnreadable = 500;

const tooManyUnreadable = (): DirectoryError =>
  new DirectoryError('directory-unavailable', 'Microsoft Graph gave too many people that cannot be read.');

/** The head of a snapshot while it changes, in memory. */
export const openSnapshotDraft = (start: SnapshotHead) => {
  const { unreadable: before = [], doubts: doubtedBefore = [], ...rest } = start;
  const tasks = new Map(start.tasks.map((task) => [task.key, task]));
  const groupNames = { ...start.groupNames };
  const unreadable = new Map(before.map((element) => [JSON.stringify(element), element]));
  const doubts = openDoubts(doubtedBefore);
  let kept: SnapshotHead = rest;
  const head = (): SnapshotHead => {
    const skipped = unreadable.size === 0 ? {} : { unreadable: [...unreadable.values()] };
    return { ...kept, tasks: [...tasks.values()], groupNames: { ...groupNames }, ...skipped, ...doubts.doubted() };
  };
  const addTask = (task: ReadTask): void => {
    if (!tasks.has(task.key)) tasks.set(task.key, task);
  };
  const patch = (key: string, change: Partial<ReadTask>): void => {
    const task = tasks.get(key);
    if (task !== undefined) tasks.set(key, { ...task, ...change });
  };
  return {
    tasks: tasks as ReadonlyMap<string, ReadTask>,
    head,
    addTask,
    /** Named once however often it comes; a page full of them is no page. */
    skip: (elements: readonly UnreadableElement[]): void => {
      for (const element of elements) unreadable.set(JSON.stringify(element), element);
      if (unreadable.size > mostUnreadable) throw tooManyUnreadable();
    },
    /** Read after all, or gone: nothing of them is unreadable any more. */
    settle: (isSettled: (element: UnreadableElement) => boolean): void => {
      for (const [key, element] of unreadable) if (isSettled(element)) unreadable.delete(key);
    },
    ...doubts,
    change: (change: Partial<SnapshotHead>): SnapshotHead => {
      kept = { ...kept, ...change };
      return head();
    },
    patch,
    /** Everybody in a row instead of what is left of the slices. */
    giveUpSlices: (): void => {
      for (const task of tasks.values()) if (isSlice(task)) patch(task.key, { done: true });
      addTask(everyoneTask());
    },
    /** True when that is another name than before. */
    nameGroup: (id: string, displayName: string): boolean => {
      const isNew = groupNames[id] !== displayName;
      groupNames[id] = displayName;
      return isNew;
    },
    addGroup: ({ id, displayName }: DirectoryMember): void => {
      groupNames[id] = displayName ?? groupNames[id] ?? id;
      addTask(containerTask('group', id));
    },
  };
};

export type SnapshotDraft = ReturnType<typeof openSnapshotDraft>;
