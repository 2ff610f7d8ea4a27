import type { DirectoryMember } from '../../domain/directory/directoryContainer.ts';
import type { UnreadableElement } from '../../domain/directory/unreadableElement.ts';
import type { ChangeFeed, DirectoryChange, DirectoryReader } from '../../ports/directory/directoryReader.ts';
import { followLink } from './followLink.ts';
import type { Staging, SnapshotPlace } from './staging.ts';

export interface Replay {
  readonly place: SnapshotPlace;
  readonly staging: Staging;
  readonly directory: DirectoryReader;
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Containers that this run listed anew because they were told as removed and are not. */
  readonly listedAnew: Set<string>;
}

type Change<K extends DirectoryChange['kind']> = Extract<DirectoryChange, { kind: K }>;

/**
 * Catches up with what moved while the listings were read: follows each kept link to its end and applies the changes
 * to the snapshot. The same change may come twice and in any order; applying it again changes nothing.
 */
export const replayChanges = async (replay: Replay): Promise<void> => {
  const { changeLinks } = replay.staging.head();
  const renews = isOld(replay);
  for (const feed of Object.keys(changeLinks) as ChangeFeed[]) {
    const from = changeLinks[feed];
    if (from !== undefined) await replayFeed(replay, { feed, from, renews });
  }
};

interface FeedReplay {
  readonly feed: ChangeFeed;
  readonly from: string;
  /** Keep the new link even if nothing changed. */
  readonly renews: boolean;
}

/** Changes are applied when so many were read, several pages of Graph's together: what is written once costs once. */
const appliedTogether = 1000;

const replayFeed = async (replay: Replay, { feed, from, renews }: FeedReplay): Promise<void> => {
  let link: string | null = from;
  let pending: readonly DirectoryChange[] = [];
  let isChanged = false;
  while (link !== null) {
    replay.signal.throwIfAborted();
    const page = await followLink(replay.directory, { feed, link, signal: replay.signal });
    await skipChanges(replay, page.unreadable);
    pending = [...pending, ...page.changes];
    isChanged ||= page.changes.length + page.unreadable.length > 0;
    if (pending.length >= appliedTogether || page.changesLink !== null || page.next === null) {
      await applyChanges(replay, pending);
      pending = [];
    }
    if (page.changesLink !== null && (isChanged || renews)) await keepLink(replay, feed, page.changesLink);
    link = page.next;
  }
};

/** Nothing changed, nothing is written; but a link must be younger than the seven days Graph keeps it. */
const linkLife = 24 * 60 * 60_000;

const isOld = ({ staging, now }: Replay): boolean => now.getTime() - Date.parse(staging.head().linksAt) > linkLife;

const keepLink = async ({ staging, now }: Replay, feed: ChangeFeed, link: string): Promise<void> => {
  const { changeLinks } = staging.head();
  await staging.saveHead({ changeLinks: { ...changeLinks, [feed]: link }, linksAt: now.toISOString() });
};

/** What a change that cannot be read did to a container, its listing tells. */
const skipChanges = async ({ staging }: Replay, unreadable: readonly UnreadableElement[]): Promise<void> => {
  for (const { id } of unreadable) {
    const task = id === null ? undefined : staging.task(`members:${id}`);
    if (task !== undefined) await staging.restart(task.key);
  }
  await staging.skip(unreadable.filter(({ id }) => id === null || staging.task(`members:${id}`) === undefined));
};

const applyChanges = async (replay: Replay, changes: readonly DirectoryChange[]): Promise<void> => {
  const changed = changes.filter((change): change is Change<'userChanged'> => change.kind === 'userChanged');
  if (changed.length > 0) await applyUserChanges(replay, changed);
  const removed = changes.filter((change) => change.kind === 'userRemoved').map((change) => change.id);
  if (removed.length > 0) await removePeople(replay, removed);
  const stillThere = await findStillThere(replay, changes);
  for (const change of changes) {
    if (change.kind === 'containerRemoved') await removeContainer(replay, change.id, stillThere);
    if (change.kind === 'containerChanged') await applyContainerChange(replay, change);
  }
  await findReturnedGroups(replay, changes);
};

/**
 * A removal may be an old one told again, or be followed by a return on the same page, so the directory is asked who
 * is really gone: keeping somebody a little longer is mended by the next sync, losing somebody is not.
 */
const removePeople = async (
  { place, staging, directory, signal }: Replay,
  removed: readonly string[],
): Promise<void> => {
  const { snapshots, tenantId } = place;
  const snapshotId = staging.head().id;
  const known = await snapshots.getPeople(tenantId, snapshotId, [...new Set(removed)]);
  // Who could only be skipped has no profile here, and would otherwise stay until everybody is compared.
  const skipped = new Set(staging.head().unreadable?.map(({ id }) => id));
  const ids = [...new Set([...known.map((person) => person.id), ...removed.filter((id) => skipped.has(id))])];
  if (ids.length === 0) return;
  const { people: still, unreadable } = await directory.readUsers(ids, signal);
  const stillIds = new Set([...still, ...unreadable].map(({ id }) => id));
  await staging.skip(unreadable);
  await staging.addPeople(still);
  await staging.removePeople(ids.filter((id) => !stillIds.has(id)));
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
const covered = async (replay: Replay, strangers: readonly string[]): Promise<readonly string[]> => {
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
const findMemberships = async (
  { staging, directory, signal }: Replay,
  strangers: readonly string[],
  kind: DirectoryMember['kind'] = 'user',
): Promise<readonly string[]> => {
  if (strangers.length === 0 || !staging.head().tasks.some((task) => task.source.kind === 'members')) return [];
  const containers = await directory.readContainersOf(kind, strangers.slice(0, mostLookUps), signal);
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

/** So it is with a nested group: restored, it is where it was, and only it tells of that. Its members are then listed. */
const findReturnedGroups = async (replay: Replay, changes: readonly DirectoryChange[]): Promise<void> => {
  const strangers = changes.filter(
    (change): change is Change<'containerChanged'> =>
      change.kind === 'containerChanged' &&
      change.container === 'group' &&
      replay.staging.task(`members:${change.id}`) === undefined,
  );
  const found = new Set(await findMemberships(replay, [...new Set(strangers.map(({ id }) => id))], 'group'));
  for (const { id, displayName } of strangers) {
    if (displayName !== null && found.has(id)) await replay.staging.nameGroup(id, displayName);
  }
};

/** Whether somebody the snapshot has no profile of is covered by it: everyone is, or a pick, or a membership kept. */
const concerns = async ({ place, staging }: Replay, id: string): Promise<boolean> => {
  if (place.selection.everyone || place.selection.people.some((person) => person.id === id)) return true;
  return (await place.snapshots.personMemberships(place.tenantId, staging.head().id, id)).length > 0;
};

const readInto = async (replay: Replay, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const { people, unreadable } = await replay.directory.readUsers(ids, replay.signal);
  await replay.staging.skip(unreadable);
  await replay.staging.addPeople(people);
};

/**
 * Containers told as removed that the directory has all the same: as with people, a removal may be an old one told
 * again, or told after the return. Asked only about those whose members we know.
 */
const findStillThere = async (
  { staging, directory }: Replay,
  changes: readonly DirectoryChange[],
): Promise<ReadonlySet<string>> => {
  const removed = changes
    .filter((change): change is Change<'containerRemoved'> => change.kind === 'containerRemoved')
    .filter(({ id }) => staging.task(`members:${id}`) !== undefined);
  const found = new Set<string>();
  for (const kind of new Set(removed.map(({ container }) => container))) {
    const ids = new Set(removed.filter(({ container }) => container === kind).map(({ id }) => id));
    for (const id of (await directory.resolveNames(kind, [...ids])).keys()) found.add(id);
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

const applyContainerChange = async (replay: Replay, change: Change<'containerChanged'>): Promise<void> => {
  const { staging } = replay;
  const task = staging.task(`members:${change.id}`);
  if (task === undefined) return;
  if (change.displayName !== null) await staging.nameGroup(change.id, change.displayName);
  await staging.removeMembers(task, change.removed);
  const added = await named(replay, change.added);
  await staging.addMembers(task, added);
  await readInto(replay, await withoutProfile(replay, added));
};

/** Change reports name nested groups by id alone. */
const named = async (
  { directory }: Replay,
  members: readonly DirectoryMember[],
): Promise<readonly DirectoryMember[]> => {
  const groups = members.filter((member) => member.kind === 'group').map((member) => member.id);
  if (groups.length === 0) return members;
  const names = await directory.resolveNames('group', groups);
  return members.map((member) =>
    member.kind === 'group' ? { ...member, displayName: names.get(member.id) ?? null } : member,
  );
};

const withoutProfile = async (
  { place, staging }: Replay,
  members: readonly DirectoryMember[],
): Promise<readonly string[]> => {
  const ids = members.filter((member) => member.kind === 'user').map((member) => member.id);
  const known = await place.snapshots.getPeople(place.tenantId, staging.head().id, ids);
  const knownIds = new Set(known.map((person) => person.id));
  return ids.filter((id) => !knownIds.has(id));
};
