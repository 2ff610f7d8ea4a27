import type { DirectoryMember } from '../../../src/domain/directory/directoryContainer.ts';
import type { DirectoryUser } from '../../../src/domain/directory/directoryUser.ts';
import type { Selection } from '../../../src/domain/scope/selection.ts';
import type { ChangePage, DirectoryChange, DirectoryReader } from '../../../src/ports/directory/directoryReader.ts';
import type { ReadTask, SnapshotHead, SnapshotRepository } from '../../../src/ports/repositories/snapshotRepository.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { refreshSnapshot } from '../../../src/sync/snapshot/refreshSnapshot.ts';

/** What a directory says, question by question: what it is told to say need not fit together, as with Graph's replicas. */
export interface Script {
  /** Pages of changes by link. */
  readonly pages: Map<string, ChangePage>;
  /** Whom it finds when asked for one by one. */
  readonly people: Map<string, DirectoryUser>;
  /** Names of the groups that it finds when asked for one by one. */
  readonly names: Map<string, string>;
  /** Whom its listings of groups name. */
  readonly members: Map<string, readonly DirectoryUser[]>;
  /** What it was asked, such as `readChanges users-1`. */
  readonly asked: string[];
}

export const openScript = (): Script => ({
  pages: new Map(),
  people: new Map(),
  names: new Map(),
  members: new Map(),
  asked: [],
});

export const pageOf = (part: Partial<ChangePage>): ChangePage => ({
  changes: [],
  unreadable: [],
  mark: null,
  next: null,
  changesLink: null,
  ...part,
});

const asUser = (id: string): DirectoryMember => ({ id, kind: 'user', displayName: null });

/** A change that tells of a group who joined and who left. */
export const membersChanged = (id: string, added: readonly string[], removed: readonly string[]): DirectoryChange => ({
  kind: 'containerChanged',
  container: 'group',
  id,
  displayName: null,
  added: added.map(asUser),
  removed,
});

const found = <T>(map: ReadonlyMap<string, T>, ids: readonly string[]): readonly T[] =>
  ids.map((id) => map.get(id)).filter((value): value is T => value !== undefined);

export const scriptedDirectory = ({ pages, people, names, members, asked }: Script): DirectoryReader => {
  const reader: Partial<DirectoryReader> = {
    readChanges: async (_feed, link) => {
      asked.push(`readChanges ${link}`);
      return pages.get(link) ?? pageOf({ changesLink: link });
    },
    readUsers: async (ids) => {
      asked.push(`readUsers ${ids.join(' ')}`);
      return { people: found(people, ids), unreadable: [] };
    },
    readContainersOf: async () => new Map(),
    resolveNames: async (kind, ids) => {
      asked.push(`resolveNames ${kind} ${ids.join(' ')}`);
      return new Map(ids.filter((id) => names.has(id)).map((id) => [id, names.get(id) ?? '']));
    },
    readPage: async (source) => {
      const listed = source.kind === 'members' ? (members.get(source.id) ?? []) : [];
      asked.push(`readPage ${source.kind === 'members' ? source.id : 'users'}`);
      const named = listed.map(({ id }) => ({ id, kind: 'user' as const, displayName: null }));
      return { people: listed, members: named, unreadable: [], mark: null, next: null };
    },
  };
  return { ...(reader as DirectoryReader), requestCount: 0, waiting: null };
};

const doneTask = (source: ReadTask['source']): ReadTask => ({
  key: source.kind === 'members' ? `members:${source.id}` : 'users',
  source,
  link: null,
  done: true,
  read: 0,
  gone: false,
});

/** The head of a snapshot that was read to its end, of everybody and of these groups. */
export const finishedHead = (groups: readonly string[], changeLinks: SnapshotHead['changeLinks']): SnapshotHead => ({
  id: 's',
  changeLinks,
  tasks: [
    doneTask({ kind: 'users', slice: { kind: 'all' } }),
    ...groups.map((id) => doneTask({ kind: 'members', container: 'group', id })),
  ],
  groupNames: {},
  complete: true,
  linksAt: '2026-01-01T00:00:00.000Z',
});

export interface ScriptedSnapshot {
  readonly engine: StorageEngine;
  readonly snapshots: SnapshotRepository;
  readonly script: Script;
}

/** A store with this snapshot in it, and a directory that says nothing yet. */
export const openScriptedSnapshot = async (head: SnapshotHead): Promise<ScriptedSnapshot> => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations });
  const { snapshots } = openRepositories(engine);
  await snapshots.saveHead('t', head);
  return { engine, snapshots, script: openScript() };
};

interface Refresh {
  readonly snapshots: SnapshotRepository;
  readonly selection: Selection;
  readonly directory: DirectoryReader;
  readonly now: Date;
}

/** A refresh of the snapshot that `finishedHead` begins. */
export const refreshFrom = async ({ snapshots, selection, directory, now }: Refresh): Promise<void> => {
  const head = await snapshots.getHead('t', 's');
  if (head === null) throw new Error('There is no snapshot to refresh.');
  await refreshSnapshot({ snapshots, tenantId: 't', selection }, head, {
    directory,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    now,
  });
};
