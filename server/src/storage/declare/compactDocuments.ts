import { profileAttributes, type DirectoryUser } from '../../domain/directory/directoryUser.ts';
import type { RecordedChange, RunChange } from '../../domain/run/run.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Compaction } from '../collection.ts';

/**
 * How SQLite writes what it keeps by the hundred thousand: without what the id says already, and without what nearly
 * everybody has. Each still reads documents that were written in full.
 */

type Fields = Readonly<Record<string, unknown>>;

const attributes: ReadonlySet<string> = new Set(profileAttributes);

/** As most people are; whoever lacks an attribute that everybody has is as these. */
const usual: Fields = {
  ...Object.fromEntries(profileAttributes.map((attribute) => [attribute, null])),
  accountEnabled: true,
  userType: 'Member',
  businessPhones: [],
};

const isUsual = (name: string, value: unknown): boolean => {
  if (value === null || value === true) return attributes.has(name) && usual[name] === value;
  if (Array.isArray(value)) return name === 'businessPhones' && value.length === 0;
  return name === 'userType' && value === usual['userType'];
};

const packPerson = (person: DirectoryUser, id: string): Fields => {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(person)) {
    if (!isUsual(name, value) && (name !== 'id' || value !== id)) kept[name] = value;
  }
  return kept;
};

const unpackPerson = (stored: Fields, id: string): Fields => ({ ...usual, id, ...stored });

const usualTeammate = { overrides: {}, departure: null, disabledAt: null, removedAt: null };

const packTeammate = (teammate: Teammate): Fields => {
  const { id, profile, overrides, departure, disabledAt, removedAt, ...rest } = teammate;
  return {
    ...rest,
    profile: packPerson(profile, id),
    ...(Object.keys(overrides).length > 0 && { overrides }),
    ...(departure !== null && { departure }),
    ...(disabledAt !== null && { disabledAt }),
    ...(removedAt !== null && { removedAt }),
  };
};

export const compactTeammate: Compaction<Teammate> = {
  pack: packTeammate,
  unpack: (stored, id) =>
    'id' in stored
      ? stored
      : { ...usualTeammate, ...stored, id, profile: unpackPerson(stored['profile'] as Fields, id) },
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
  pack: (document) => {
    const { snapshotId, person } = document;
    return isPlain(snapshotId) && isPlain(person.id) ? { person: packPerson(person, person.id) } : document;
  },
  unpack: (stored, id) =>
    'snapshotId' in stored
      ? stored
      : { snapshotId: beforeSlash(id), person: unpackPerson(stored['person'] as Fields, afterSlash(id)) },
};

/** Somebody who came had nothing before: the fields and what they are now, one after the other. */
const packChanges = (changes: readonly RecordedChange[]): Fields =>
  changes.length > 0 && changes.every(({ old }) => old === null)
    ? { given: changes.flatMap(({ field, new: now }) => [field, now]) }
    : { changes };

const changesOf = (given: readonly RecordedChange['new'][]): readonly RecordedChange[] =>
  given.flatMap((field, at) => (at % 2 === 0 ? [{ field: String(field), old: null, new: given[at + 1] ?? null }] : []));

export const compactRunChange: Compaction<RunChange> = {
  pack: ({ runId, teammateId, changes, ...rest }) => ({
    ...(isPlain(runId) && isPlain(teammateId) ? {} : { runId, teammateId }),
    ...rest,
    ...packChanges(changes),
  }),
  unpack: (stored, id) => {
    const ids = 'runId' in stored ? {} : { runId: beforeSlash(id), teammateId: afterSlash(id) };
    if (!('given' in stored)) return { ...ids, ...stored };
    const { given, ...rest } = stored;
    return { ...ids, ...rest, changes: changesOf(given as readonly RecordedChange['new'][]) };
  },
};
