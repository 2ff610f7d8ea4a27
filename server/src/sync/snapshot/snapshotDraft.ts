import type { DirectoryMember } from '../../domain/directory/directoryContainer.ts';
import type { ReadTask, SnapshotHead } from '../../ports/repositories.ts';
import { containerTask } from './listingTasks.ts';

/** The head of a snapshot while it changes, in memory. */
export const openSnapshotDraft = (start: SnapshotHead) => {
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
