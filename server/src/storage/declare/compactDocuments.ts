import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import type { RecordedChange, RunChange } from '../../domain/run/run.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Compaction } from '../collection.ts';
import {
  packNamed,
  packPerson,
  unpackNamed,
  unpackPerson,
  type Fields,
  type PackedPerson,
} from './people/packedPerson.ts';

/**
 * How SQLite writes what it keeps by the hundred thousand: without what the id says already, and without what nearly
 * everybody has. Each still reads documents that were written in full.
 */

/** From this migration on people are lists. */
const listsFrom = 4;

const packProfile = (person: DirectoryUser, id: string, shape: number): PackedPerson | Fields =>
  shape < listsFrom ? packNamed(person, id) : packPerson(person, id);

const unpackProfile = (stored: unknown, id: string): Fields =>
  Array.isArray(stored) ? unpackPerson(stored, id) : unpackNamed(stored as Fields, id);

const usualTeammate = { overrides: {}, departure: null, disabledAt: null, removedAt: null };

const packTeammate = (teammate: Teammate, shape: number): Fields => {
  const { id, profile, overrides, departure, disabledAt, removedAt, ...rest } = teammate;
  return {
    ...rest,
    profile: packProfile(profile, id, shape),
    ...(Object.keys(overrides).length > 0 && { overrides }),
    ...(departure !== null && { departure }),
    ...(disabledAt !== null && { disabledAt }),
    ...(removedAt !== null && { removedAt }),
  };
};

export const compactTeammate: Compaction<Teammate> = {
  pack: packTeammate,
  unpack: (stored, id) =>
    'id' in stored ? stored : { ...usualTeammate, ...stored, id, profile: unpackProfile(stored['profile'], id) },
};

/** Ids as the directory and runs have them: two of them with a slash between can be told apart again. */
const isPlain = (id: string): boolean => /^[\w-]+$/.test(id);

const afterSlash = (id: string): string => id.slice(id.indexOf('/') + 1);
const beforeSlash = (id: string): string => id.slice(0, id.indexOf('/'));

interface PersonOfSnapshot {
  readonly snapshotId: string;
  readonly person: DirectoryUser;
}

export const compactSnapshotPerson: Compaction<PersonOfSnapshot> = {
  pack: (document, shape) => {
    const { snapshotId, person } = document;
    return isPlain(snapshotId) && isPlain(person.id) ? { person: packProfile(person, person.id, shape) } : document;
  },
  unpack: (stored, id) =>
    'snapshotId' in stored
      ? stored
      : { snapshotId: beforeSlash(id), person: unpackProfile(stored['person'], afterSlash(id)) },
};

/**
 * Somebody who came had nothing before: what they are now, by place of what everybody has; where there is more to tell, the
 * fields and their values one after the other.
 */
const packChanges = (changes: readonly RecordedChange[], shape: number): Fields => {
  if (changes.length === 0 || !changes.every(({ old }) => old === null)) return { changes };
  const came = shape < listsFrom ? null : packCame(changes);
  return came === null ? { given: changes.flatMap(({ field, new: now }) => [field, now]) } : { came };
};

/** Null where the changes are others, or come in another order, than those that the list is unpacked to. */
const packCame = (changes: readonly RecordedChange[]): readonly unknown[] | null => {
  const came: RecordedChange['new'][] = [];
  for (const { field, new: now } of changes) {
    const place = cameTo.indexOf(field as (typeof cameTo)[number], came.length);
    if (place === -1 || now === null) return null;
    while (came.length < place) came.push(null);
    came.push(now);
  }
  return came;
};

/** As changes were told when this was written. Stands in databases: it never follows the order of `profileAttributes`. */
const cameTo = [
  'userPrincipalName',
  'accountEnabled',
  'userType',
  'mail',
  'displayName',
  'givenName',
  'surname',
  'jobTitle',
  'department',
  'companyName',
  'officeLocation',
  'businessPhones',
  'mobilePhone',
  'faxNumber',
  'streetAddress',
  'city',
  'state',
  'postalCode',
  'country',
  'employeeId',
  'preferredLanguage',
] as const;

const changesOfCame = (came: readonly RecordedChange['new'][]): readonly RecordedChange[] =>
  came.flatMap((now, place) => (now === null ? [] : [{ field: cameTo[place] ?? '', old: null, new: now }]));

const changesOf = (given: readonly RecordedChange['new'][]): readonly RecordedChange[] =>
  given.flatMap((field, at) => (at % 2 === 0 ? [{ field: String(field), old: null, new: given[at + 1] ?? null }] : []));

export const compactRunChange: Compaction<RunChange> = {
  pack: ({ runId, teammateId, changes, ...rest }, shape) => ({
    ...(isPlain(runId) && isPlain(teammateId) ? {} : { runId, teammateId }),
    ...rest,
    ...packChanges(changes, shape),
  }),
  unpack: (stored, id) => {
    const ids = 'runId' in stored ? {} : { runId: beforeSlash(id), teammateId: afterSlash(id) };
    const { given, came, ...rest } = stored;
    if (came !== undefined)
      return { ...ids, ...rest, changes: changesOfCame(came as readonly RecordedChange['new'][]) };
    if (given === undefined) return { ...ids, ...stored };
    return { ...ids, ...rest, changes: changesOf(given as readonly RecordedChange['new'][]) };
  },
};
