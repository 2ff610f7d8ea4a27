import type { DirectoryChange } from '../../../ports/directory/directoryReader.ts';
import { addMembers } from './addMembers.ts';
import { doubt } from './doubts.ts';
import { ofKind, type Change, type Replay } from './replay.ts';
import { findMemberships } from './replayPeople.ts';
import { rememberMembers } from './toldMembers.ts';

/** What the changes of groups and units say. */
export const replayContainers = async (replay: Replay, changes: readonly DirectoryChange[]): Promise<void> => {
  await dispelTold(replay, changes);
  const stillThere = await findStillThere(replay, changes);
  const listedAnew = await listDoubtfulAnew(replay, ofKind(changes, 'containerChanged'));
  for (const change of changes) {
    if (change.kind === 'containerRemoved') await removeContainer(replay, change.id, stillThere);
    if (change.kind === 'containerChanged') await applyContainerChange(replay, change, listedAnew.has(change.id));
  }
  await findReturnedGroups(replay, changes);
};

/** What is told anew counts, and not what was told before. */
const dispelTold = async ({ staging }: Replay, changes: readonly DirectoryChange[]): Promise<void> => {
  const there = new Set(ofKind(changes, 'containerChanged').map(({ id }) => id));
  const gone = new Set(ofKind(changes, 'containerRemoved').map(({ id }) => id));
  await staging.dispel(({ kind, id, told }) => kind !== 'user' && (told === 'gone' ? there : gone).has(id));
};

/**
 * Where one id is told as joined and as left, nothing says which came last, so the container is listed anew. Once is
 * enough for a run, however often that is told again.
 */
const listDoubtfulAnew = async (
  { staging, listedAnew }: Replay,
  changes: readonly Change<'containerChanged'>[],
): Promise<ReadonlySet<string>> => {
  const doubtful = new Set(
    [...namedBothWays(changes)].filter((id) => staging.task(`members:${id}`) !== undefined && !listedAnew.has(id)),
  );
  for (const id of doubtful) {
    listedAnew.add(id);
    await staging.restart(`members:${id}`);
  }
  return doubtful;
};

/** Containers of which somebody is told as joined and as left. */
const namedBothWays = (changes: readonly Change<'containerChanged'>[]): ReadonlySet<string> => {
  const removed = new Set(changes.flatMap(({ id, removed: ids }) => ids.map((memberId) => `${id}/${memberId}`)));
  const isBoth = ({ id, added }: Change<'containerChanged'>) =>
    added.some((member) => removed.has(`${id}/${member.id}`));
  return new Set(changes.filter(isBoth).map(({ id }) => id));
};

/**
 * Containers told as removed that the directory has all the same: as with people, a removal may be an old one told
 * again, or told after the return. Asked only about those whose members we know.
 */
const findStillThere = async (replay: Replay, changes: readonly DirectoryChange[]): Promise<ReadonlySet<string>> => {
  const { staging, directory, signal } = replay;
  const removed = ofKind(changes, 'containerRemoved').filter(({ id }) => staging.task(`members:${id}`) !== undefined);
  const found = new Set<string>();
  for (const kind of new Set(removed.map(({ container }) => container))) {
    const ids = new Set(removed.filter(({ container }) => container === kind).map(({ id }) => id));
    const there = [...(await directory.resolveNames(kind, [...ids], signal)).keys()];
    for (const id of there) found.add(id);
    await doubt(replay, { kind, told: 'gone' }, there);
  }
  return found;
};

/**
 * One that is still there is listed anew, because what was told of it around its removal need not be everything. Once is
 * enough for a run, however often the removal is told again.
 */
const removeContainer = async (
  { staging, listedAnew }: Replay,
  id: string,
  stillThere: ReadonlySet<string>,
): Promise<void> => {
  const key = `members:${id}`;
  if (staging.task(key) === undefined) return;
  if (!stillThere.has(id)) {
    await staging.markGone(key);
  } else if (!listedAnew.has(id)) {
    listedAnew.add(id);
    await staging.restart(key);
  }
};

const applyContainerChange = async (
  replay: Replay,
  change: Change<'containerChanged'>,
  isListedAnew: boolean,
): Promise<void> => {
  const { staging } = replay;
  const task = staging.task(`members:${change.id}`);
  rememberMembers(replay, change);
  if (task === undefined) return;
  if (change.displayName !== null) await staging.nameGroup(change.id, change.displayName);
  if (task.gone) replay.toldThere.set(change.id, change.container);
  if (isListedAnew) return;
  await staging.removeMembers(task, change.removed);
  await addMembers(replay, task, change.added);
};

/** So it is with a nested group: restored, it is where it was, and only it tells of that. Its members are then listed. */
const findReturnedGroups = async (replay: Replay, changes: readonly DirectoryChange[]): Promise<void> => {
  const strangers = ofKind(changes, 'containerChanged').filter(
    ({ container, id }) => container === 'group' && replay.staging.task(`members:${id}`) === undefined,
  );
  const found = new Set(await findMemberships(replay, [...new Set(strangers.map(({ id }) => id))], 'group'));
  for (const { id, displayName } of strangers) {
    if (!found.has(id)) continue;
    replay.toldThere.set(id, 'group');
    if (displayName !== null) await replay.staging.nameGroup(id, displayName);
  }
};
