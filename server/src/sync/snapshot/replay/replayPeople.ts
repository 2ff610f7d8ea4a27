import type { DirectoryMember } from '../../../domain/directory/directoryContainer.ts';
import type { DirectoryChange } from '../../../ports/directory/directoryReader.ts';
import { asTold, doubt, letGo, rememberTold } from './doubts.ts';
import { ofKind, type Change, type Replay } from './replay.ts';

/** What the changes of people say. */
export const replayPeople = async (replay: Replay, changes: readonly DirectoryChange[]): Promise<void> => {
  const changed = ofKind(changes, 'userChanged');
  for (const { id, attributes } of changed) rememberTold(replay, id, attributes);
  await dispelTold(replay, changes);
  if (changed.length > 0) await applyUserChanges(replay, changed);
  const removed = ofKind(changes, 'userRemoved').map(({ id }) => id);
  if (removed.length === 0) return;
  const gone = new Set(await removePeople(replay, removed));
  // Told as both, it is the answer about them alone that may be behind.
  const both = changed.map(({ id }) => id).filter((id) => gone.has(id));
  await doubt(replay, { kind: 'user', told: 'there' }, both);
};

/** What is told anew counts, and not what was told before. */
const dispelTold = async ({ staging }: Replay, changes: readonly DirectoryChange[]): Promise<void> => {
  const there = new Set(ofKind(changes, 'userChanged').map(({ id }) => id));
  const gone = new Set(ofKind(changes, 'userRemoved').map(({ id }) => id));
  await staging.dispel(({ kind, id, told }) => kind === 'user' && (told === 'gone' ? there : gone).has(id));
};

/**
 * A removal may be an old one told again, or be followed by a return on the same page, so the directory is asked who
 * is really gone: keeping somebody a little longer is mended when they are asked for again, losing somebody is not.
 * Returns who is.
 */
const removePeople = async (replay: Replay, removed: readonly string[]): Promise<readonly string[]> => {
  const { place, staging, directory, signal } = replay;
  const { snapshots, tenantId } = place;
  const snapshotId = staging.head().id;
  const known = await snapshots.getPeople(tenantId, snapshotId, [...new Set(removed)]);
  // Who could only be skipped has no profile here, and would otherwise stay until everybody is compared.
  const skipped = new Set(staging.head().unreadable?.map(({ id }) => id));
  const ids = [...new Set([...known.map((person) => person.id), ...removed.filter((id) => skipped.has(id))])];
  if (ids.length === 0) return [];
  const { people: still, unreadable } = await directory.readUsers(ids, signal);
  const stillIds = new Set([...still, ...unreadable].map(({ id }) => id));
  await staging.skip(unreadable);
  await staging.addPeople(asTold(replay, still));
  const gone = ids.filter((id) => !stillIds.has(id));
  await letGo(replay, gone);
  const kept = ids.filter((id) => stillIds.has(id));
  await doubt(replay, { kind: 'user', told: 'gone' }, kept);
  return gone;
};

const applyUserChanges = async (replay: Replay, changes: readonly Change<'userChanged'>[]): Promise<void> => {
  const { snapshots, tenantId } = replay.place;
  const snapshotId = replay.staging.head().id;
  const ids = [...new Set(changes.map((change) => change.id))];
  const before = await snapshots.getPeople(tenantId, snapshotId, ids);
  const known = new Map(before.map((person) => [person.id, person]));
  for (const { id, attributes } of changes) {
    const person = known.get(id);
    if (person !== undefined) known.set(id, { ...person, ...attributes });
  }
  await replay.staging.addPeople([...known.values()], before);
  // Away for a moment while their groups were listed, they look like somebody who is in none.
  if (!replay.staging.head().complete) await findMemberships(replay, [...known.keys()]);
  const unknown = ids.filter((id) => !known.has(id));
  await readInto(replay, await covered(replay, unknown));
};

/** Those of the strangers whom the selection covers after all. */
export const covered = async (replay: Replay, strangers: readonly string[]): Promise<readonly string[]> => {
  const wanted: string[] = [];
  const others: string[] = [];
  for (const id of strangers) ((await concerns(replay, id)) ? wanted : others).push(id);
  // Also those whom something brings in already: a group that no change tells of may keep them out.
  return [...new Set([...wanted, ...(await findMemberships(replay, [...wanted, ...others]))])];
};

/** More than are applied together; beyond it the nightly comparison is the cheaper way to find who returned. */
const mostLookUps = 1200;

/**
 * A person restored from the recycle bin is a member of their groups again, but no group reports it, and a listing made
 * meanwhile did not show them. So strangers among the changes are asked for their groups. Returns whom that brought in.
 */
export const findMemberships = async (
  replay: Replay,
  strangers: readonly string[],
  kind: DirectoryMember['kind'] = 'user',
): Promise<readonly string[]> => {
  const { staging, directory, signal } = replay;
  if (strangers.length === 0 || !staging.head().tasks.some((task) => task.source.kind === 'members')) return [];
  const asked = strangers.slice(0, mostLookUps);
  const containers = await directory.readContainersOf(kind, asked, signal);
  const absent = asked.filter((id) => !containers.has(id));
  await doubt(replay, { kind, told: 'there' }, absent);
  const found = new Set<string>();
  for (const [id, containerIds] of containers) {
    for (const containerId of containerIds) {
      const task = staging.task(`members:${containerId}`);
      if (task === undefined) continue;
      await staging.addMembers(task, [{ id, kind, displayName: null }]);
      found.add(id);
    }
  }
  return [...found];
};

/** Whether somebody the snapshot has no profile of is covered by it: everyone is, or a pick, or a membership kept. */
const concerns = async ({ place, staging }: Replay, id: string): Promise<boolean> => {
  if (place.selection.everyone || place.selection.people.some((person) => person.id === id)) return true;
  return (await place.snapshots.personMemberships(place.tenantId, staging.head().id, id)).length > 0;
};

export const readInto = async (replay: Replay, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const { people, unreadable } = await replay.directory.readUsers(ids, replay.signal);
  await replay.staging.skip(unreadable);
  await replay.staging.addPeople(asTold(replay, people));
  const found = new Set([...people, ...unreadable].map(({ id }) => id));
  const absent = ids.filter((id) => !found.has(id));
  await doubt(replay, { kind: 'user', told: 'there' }, absent);
};
