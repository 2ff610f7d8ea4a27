import { DirectoryError } from '../../domain/errors.ts';
import { isFresh } from '../../domain/schedule/clockSetRight.ts';
import type { Picked, Selection } from '../../domain/scope/selection.ts';
import type { ChangeFeed, DirectoryReader, ReadPage } from '../../ports/directory/directoryReader.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { catchUp, type Reader } from './catchUp.ts';
import { asComplete, type CompleteSnapshot } from './completeSnapshot.ts';
import { LinkBroken } from './followLink.ts';
import { everyoneTask, isSlice, listingTasks } from './listings/listingTasks.ts';
import { readListings } from './listings/readListings.ts';
import { openStaging, type Staging, type SnapshotPlace } from './staging/staging.ts';

export interface SnapshotReading extends Reader {
  readonly place: SnapshotPlace;
  readonly snapshotId: string;
  /** The last reading that asked the same about people; null where there is none, or its links lead nowhere. */
  readonly earlier: SnapshotHead | null;
}

/** Graph keeps a link for days; one that dies twice in a row is worth showing. */
const maximumAttempts = 3;

/**
 * Reads everything a selection covers: keeps links first, then lists, then replays the links, so that nothing that moves
 * meanwhile is lost. Goes on where an earlier attempt with the same id stopped, and begins anew when the links cannot be
 * followed, because nothing else tells what moved since.
 */
export const readSnapshot = async (reading: SnapshotReading): Promise<CompleteSnapshot> => {
  const { snapshots, tenantId } = reading.place;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce(attempt === 1 ? reading : { ...reading, earlier: null });
    } catch (error) {
      if (!(error instanceof LinkBroken)) throw error;
      if (attempt >= maximumAttempts) throw error.reason;
      await snapshots.remove(tenantId, reading.snapshotId);
    }
  }
};

const readOnce = async (reading: SnapshotReading): Promise<CompleteSnapshot> => {
  const { place, directory, signal } = reading;
  const kept = await place.snapshots.getHead(place.tenantId, reading.snapshotId);
  const finished = kept === null ? null : asComplete(kept);
  if (finished !== null) return finished;
  const staging = openStaging(place, kept ?? (await begin(reading)));
  const listing = {
    directory,
    signal,
    onPage: (page: ReadPage) => {
      reading.onProgress(staging.head(), page);
    },
  };

  await readListings(staging, listing);
  if (place.selection.everyone && (await isShort(reading, staging.head()))) {
    staging.addTask(everyoneTask());
    await readListings(staging, listing);
  }
  await readPickedPeople(reading, staging);
  return catchUp(place, staging, reading);
};

const begin = async (reading: SnapshotReading): Promise<SnapshotHead> => {
  const { place, snapshotId, directory, signal } = reading;
  const countUsers = async (): Promise<number> => (place.selection.everyone ? directory.countUsers(signal) : 0);
  const [links, userCount] = await Promise.all([linksFor(reading), countUsers()]);
  const tasks = listingTasks(place.selection, userCount);
  const groupNames = await pickedNames(place.selection, directory, signal);
  const head = { id: snapshotId, ...links, tasks, groupNames, complete: false };
  await place.snapshots.saveHead(place.tenantId, head);
  return head;
};

/** Graph forgets links after seven days; one that died costs reading everybody twice. */
const trustedFor = 2 * 24 * 60 * 60_000;

/**
 * Listings may be some minutes behind, and what changed just before them is told by no link from now on. So those of the last
 * reading are followed further, with what it left in doubt.
 */
const linksFor = async ({ place, directory, signal, now, earlier }: SnapshotReading) => {
  const kept = earlier !== null && isFresh(earlier.linksAt, now, trustedFor) ? earlier : null;
  const changeLinks: Partial<Record<ChangeFeed, string>> = {};
  for (const feed of feedsOf(place.selection))
    changeLinks[feed] = kept?.changeLinks[feed] ?? (await directory.openChanges(feed, signal));
  const doubts = kept?.doubts;
  return { changeLinks, linksAt: kept?.linksAt ?? now.toISOString(), ...(doubts === undefined ? {} : { doubts }) };
};

/** What the picked containers are called today. */
const pickedNames = async (
  selection: Selection,
  directory: DirectoryReader,
  signal: AbortSignal,
): Promise<Record<string, string>> => {
  if (selection.everyone) return {};
  const ids = (picks: readonly Picked[]): readonly string[] => picks.map((pick) => pick.id);
  const groups = await directory.resolveNames('group', ids(selection.groups), signal);
  const units = await directory.resolveNames('unit', ids(selection.units), signal);
  return Object.fromEntries([...groups, ...units]);
};

/** Units need a permission of their own, so their feed is opened only when they are used. */
const feedsOf = (selection: Selection): readonly ChangeFeed[] => {
  const { groups: watchedGroups, units: watchedUnits } = selection.watched ?? { groups: [], units: [] };
  const usesUnits = (!selection.everyone && selection.units.length > 0) || watchedUnits.length > 0;
  const asked = [...selection.groups, ...selection.excludedGroups, ...watchedGroups];
  const usesGroups = asked.length > 0 || usesUnits;
  return ['users', ...(usesGroups ? (['groups'] as const) : []), ...(usesUnits ? (['units'] as const) : [])];
};

/** Slices by first letter could miss an odd name; the directory's own count tells. Who cannot be read is not missed. */
const isShort = async (reading: SnapshotReading, { tasks, unreadable = [] }: SnapshotHead): Promise<boolean> => {
  const { place, snapshotId, directory, signal } = reading;
  const slices = new Set(tasks.filter(isSlice).map(({ key }) => key));
  const skipped = unreadable.filter(({ listing }) => listing !== null && slices.has(listing)).length;
  const read = await place.snapshots.countPeople(place.tenantId, snapshotId);
  return read + skipped < (await directory.countUsers(signal));
};

const readPickedPeople = async ({ place, directory, signal }: SnapshotReading, staging: Staging): Promise<void> => {
  const ids = place.selection.everyone ? [] : place.selection.people.map((person) => person.id);
  if (ids.length === 0) return;
  const { people, unreadable } = await directory.readUsers(ids, signal);
  if (people.some((person) => !ids.includes(person.id))) {
    throw new DirectoryError(
      'directory-unavailable',
      'Microsoft Graph answered about other people than were asked for.',
    );
  }
  await staging.skip(unreadable);
  await staging.addPeople(people);
};
