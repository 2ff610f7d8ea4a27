import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { samplePerson, sampleSelection } from '../../../../tests/support/people/samplePeople.ts';
import {
  finishedHead,
  openScript,
  pageOf,
  refreshFrom,
  scriptedDirectory,
  type Script,
} from '../../../../tests/support/sync/scriptedDirectory.ts';
import type { DirectoryReader } from '../../../ports/directory/directoryReader.ts';
import type { SnapshotRepository } from '../../../ports/repositories/snapshotRepository.ts';
import type { StorageEngine } from '../../../storage/collection.ts';
import { declarations } from '../../../storage/declare/collections.ts';
import { openRepositories } from '../../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../../storage/sqlite/openSqliteEngine.ts';

const [group, ada] = ['group', 'ada'] as const;
const now = new Date('2026-01-01T00:01:00.000Z');
const selection = sampleSelection({ groups: [{ id: group, displayName: 'Group' }] });

let engine: StorageEngine;
let snapshots: SnapshotRepository;
let script: Script;
beforeEach(async () => {
  engine = await openSqliteEngine({ file: ':memory:', declarations });
  ({ snapshots } = openRepositories(engine));
  script = openScript();
  const before = samplePerson({ id: ada, jobTitle: 'Engineer' });
  await snapshots.saveHead('t', finishedHead([group], { users: 'users-1', groups: 'groups-1' }));
  await snapshots.savePeople('t', 's', [before]);
  const told = { kind: 'userChanged', id: ada, attributes: { jobTitle: 'Lead' } } as const;
  script.pages.set('users-1', pageOf({ changes: [told], changesLink: 'users-2' }));
  // Somebody told as joined and as left has the group listed anew, and its listing is behind.
  const member = { id: ada, kind: 'user', displayName: null } as const;
  const both = { kind: 'containerChanged', container: 'group', id: group, displayName: null } as const;
  const changes = [{ ...both, added: [member], removed: [ada] }];
  script.pages.set('groups-1', pageOf({ changes, changesLink: 'groups-2' }));
  script.members.set(group, [before]);
});
afterEach(() => engine.close());

const refresh = (directory: DirectoryReader = scriptedDirectory(script)) =>
  refreshFrom({ snapshots, selection, directory, now });
const jobTitle = async () => (await snapshots.getPeople('t', 's', [ada]))[0]?.jobTitle;

test('what was told of people counts over a listing that is behind, also where the run was broken off before it', async () => {
  const brokenOff = new Error('killed');
  const readPage = () => Promise.reject(brokenOff);
  await expect(refresh({ ...scriptedDirectory(script), readPage })).rejects.toBe(brokenOff);
  await refresh();
  expect(await jobTitle()).toBe('Lead');
});

test('where nothing is open any more, the next run goes on from there', async () => {
  await refresh();
  expect((await snapshots.getHead('t', 's'))?.changeLinks).toEqual({ users: 'users-2', groups: 'groups-2' });
  expect(await jobTitle()).toBe('Lead');
});
