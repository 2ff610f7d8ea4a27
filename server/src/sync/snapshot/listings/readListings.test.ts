import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StorageError } from '../../../domain/errors.ts';
import type { DirectoryReader } from '../../../ports/directory/directoryReader.ts';
import type { ReadTask, SnapshotHead, SnapshotRepository } from '../../../ports/repositories/snapshotRepository.ts';
import type { StorageEngine } from '../../../storage/collection.ts';
import { declarations } from '../../../storage/declare/collections.ts';
import { openRepositories } from '../../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../../storage/sqlite/openSqliteEngine.ts';
import { RunCancelled } from '../../run/runLog.ts';
import { readListings } from './readListings.ts';
import { openStaging } from '../staging/staging.ts';

const nobody = { everyone: false, units: [], groups: [], people: [], excludedGroups: [], excludedPeople: [] };
const filters = { enabledAccountsOnly: false, guests: 'include', withMailboxOnly: false, domains: [] } as const;

const listingOf = (id: string): ReadTask => ({
  key: id,
  source: { kind: 'members', container: 'group', id },
  link: null,
  done: false,
  read: 0,
  gone: false,
});

const head: SnapshotHead = {
  id: 's',
  changeLinks: {},
  tasks: [listingOf('read'), listingOf('written')],
  groupNames: {},
  complete: false,
  linksAt: '2026-01-01T00:00:00.000Z',
};

let engine: StorageEngine;
beforeEach(async () => {
  engine = await openSqliteEngine({ file: ':memory:', declarations });
});
afterEach(() => engine.close());

/** Reads two listings at once: what is read of one ends as told, at the moment when the other is being written. */
const readBoth = async (writing: () => Promise<unknown>, ends: (cancel: () => void) => Error): Promise<unknown> => {
  const cancelled = new AbortController();
  const isWriting = Promise.withResolvers<null>();
  const hasEnded = Promise.withResolvers<null>();
  const { snapshots: kept } = openRepositories(engine);
  const snapshots: SnapshotRepository = {
    ...kept,
    saveHead: async (...saved) => {
      isWriting.resolve(null);
      await hasEnded.promise;
      await writing();
      await kept.saveHead(...saved);
    },
  };
  const readPage: DirectoryReader['readPage'] = async (source) => {
    if (source.kind === 'members' && source.id === 'written')
      return { people: [], members: [], unreadable: [], mark: null, next: null };
    await isWriting.promise;
    hasEnded.resolve(null);
    throw ends(() => {
      cancelled.abort(new RunCancelled());
    });
  };
  const staging = openStaging({ snapshots, tenantId: 't', selection: { ...nobody, filters } }, head);
  const directory = { readPage } as unknown as DirectoryReader;
  return readListings(staging, { directory, signal: cancelled.signal, onPage: () => undefined }).catch(
    (error: unknown) => error,
  );
};

const fail = (code: string) => () => Promise.reject(new StorageError(code, 'The database does not answer.'));
const refused = (): Error => new Error('the directory does not answer');

test('what stopped the first listing is told', async () => {
  expect(await readBoth(async () => undefined, refused)).toMatchObject({ message: 'the directory does not answer' });
});

test.each(['storage-away', 'storage-busy'])(
  'a database that ends another listing in %s is told first, because what was being written may be on its way',
  async (code) => {
    expect(await readBoth(fail(code), refused)).toMatchObject({ code });
  },
);

test('so it is when the run is cancelled at that moment', async () => {
  const cancelIt = (cancel: () => void): Error => {
    cancel();
    return new RunCancelled();
  };
  expect(await readBoth(fail('storage-away'), cancelIt)).toMatchObject({ code: 'storage-away' });
  expect(await readBoth(async () => undefined, cancelIt)).toBeInstanceOf(RunCancelled);
});
