import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { samplePerson, sampleSelection } from '../../../../tests/support/people/samplePeople.ts';
import {
  finishedHead,
  membersChanged,
  openScriptedSnapshot,
  pageOf,
  refreshFrom,
  scriptedDirectory,
  type Script,
  type ScriptedSnapshot,
} from '../../../../tests/support/sync/scriptedDirectory.ts';
import type { DirectoryReader } from '../../../ports/directory/directoryReader.ts';

const [group, ada] = ['group', 'ada'] as const;
const now = new Date('2026-01-01T00:01:00.000Z');
const selection = sampleSelection({ groups: [{ id: group, displayName: 'Group' }] });

let engine: ScriptedSnapshot['engine'];
let snapshots: ScriptedSnapshot['snapshots'];
let script: Script;
beforeEach(async () => {
  ({ engine, snapshots, script } = await openScriptedSnapshot(
    finishedHead([group], { users: 'users-1', groups: 'groups-1' }),
  ));
  const before = samplePerson({ id: ada, jobTitle: 'Engineer' });
  await snapshots.savePeople('t', 's', [before]);
  const told = { kind: 'userChanged', id: ada, attributes: { jobTitle: 'Lead' } } as const;
  script.pages.set('users-1', pageOf({ changes: [told], changesLink: 'users-2' }));
  // Somebody told as joined and as left has the group listed anew, and its listing is behind.
  const changes = [membersChanged(group, [ada], [ada])];
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
