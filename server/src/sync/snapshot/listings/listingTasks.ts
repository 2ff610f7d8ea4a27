import type { ContainerKind } from '../../../domain/directory/directoryContainer.ts';
import type { Selection } from '../../../domain/scope/selection.ts';
import type { ReadSource, UserSlice } from '../../../ports/directory/directoryReader.ts';
import type { ReadTask } from '../../../ports/repositories/snapshotRepository.ts';

/** Below this, one listing is as quick as many and costs fewer requests. */
const sliceFrom = 3000;

/** Those that most names begin with come first: what is longest then ends with the others, not after them. */
const letters = [...'amsjrlfnecdtkipbghowvyzuqx'];

/** The rest is asked for first: its question is the long one, which Graph would refuse before anything is read in vain. */
const slices: readonly UserSlice[] = [
  { kind: 'rest', letters },
  ...letters.map((letter): UserSlice => ({ kind: 'startsWith', letters: [letter] })),
];

export const newTask = (key: string, source: ReadSource): ReadTask => ({
  key,
  source,
  link: null,
  done: false,
  read: 0,
  gone: false,
});

export const containerTask = (container: ContainerKind, id: string): ReadTask =>
  newTask(`members:${id}`, { kind: 'members', container, id });

export const everyoneTask = (): ReadTask => newTask('users', { kind: 'users', slice: { kind: 'all' } });

export const isSlice = ({ source }: ReadTask): boolean => source.kind === 'users' && source.slice.kind !== 'all';

/**
 * The listings a selection needs. Picks below "everyone" add nobody, so they are not read; exclusions and what rules ask about always are.
 * Large directories are read in disjoint slices side by side, because paging itself is serial.
 */
export const listingTasks = (selection: Selection, userCount: number): readonly ReadTask[] => {
  const { groups: watchedGroups, units: watchedUnits } = selection.watched ?? { groups: [], units: [] };
  const besides = [
    ...selection.excludedGroups.map((group) => containerTask('group', group.id)),
    ...watchedGroups.map((id) => containerTask('group', id)),
    ...watchedUnits.map((id) => containerTask('unit', id)),
  ];
  if (selection.everyone) return unique([...userTasks(userCount), ...besides]);
  const units = selection.units.map((unit) => containerTask('unit', unit.id));
  const groups = selection.groups.map((group) => containerTask('group', group.id));
  return unique([...units, ...groups, ...besides]);
};

const unique = (tasks: readonly ReadTask[]): readonly ReadTask[] => [
  ...new Map(tasks.map((task) => [task.key, task])).values(),
];

const userTasks = (userCount: number): readonly ReadTask[] =>
  userCount < sliceFrom
    ? [everyoneTask()]
    : slices.map((slice) =>
        newTask(`users:${slice.kind === 'startsWith' ? slice.letters.join('') : 'rest'}`, { kind: 'users', slice }),
      );
