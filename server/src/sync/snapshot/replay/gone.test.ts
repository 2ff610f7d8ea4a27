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

const [group, ada, bob] = ['group', 'ada', 'bob'] as const;
const [adaLovelace, bobBuilder] = [samplePerson({ id: ada }), samplePerson({ id: bob })];
const now = new Date('2026-01-01T00:01:00.000Z');
const selection = sampleSelection({ groups: [{ id: group, displayName: 'Group' }] });

let engine: ScriptedSnapshot['engine'];
let snapshots: ScriptedSnapshot['snapshots'];
let script: Script;
beforeEach(async () => {
  ({ engine, snapshots, script } = await openScriptedSnapshot(
    finishedHead([group], { users: 'users-1', groups: 'groups-1' }),
  ));
  await snapshots.savePeople('t', 's', [adaLovelace, bobBuilder]);
  script.people.set(bob, bobBuilder);
  // Somebody told as joined and as left has the group listed anew.
  const changes = [membersChanged(group, [bob], [bob])];
  script.pages.set('groups-1', pageOf({ changes, changesLink: 'groups-2' }));
  script.members.set(group, [adaLovelace, bobBuilder]);
});
afterEach(() => engine.close());

const refresh = () => refreshFrom({ snapshots, selection, directory: scriptedDirectory(script), now });
const people = async () => (await snapshots.getPeople('t', 's', [ada, bob])).map(({ id }) => id);

test('who was told as gone, and is, does not come back by a listing that is behind and names them', async () => {
  const changes = [{ kind: 'userRemoved', id: ada, permanently: false }] as const;
  script.pages.set('users-1', pageOf({ changes, changesLink: 'users-2' }));
  await refresh();
  expect(script.asked).toContain(`readPage ${group}`);
  expect(await people()).toEqual([bob]);
});

test('who was in doubt, and is gone by now, does not come back by it either', async () => {
  const head = finishedHead([group], { users: 'users-1', groups: 'groups-1' });
  const doubts = [{ kind: 'user', told: 'gone', id: ada, since: '2026-01-01T00:00:30.000Z' }] as const;
  await snapshots.saveHead('t', { ...head, doubts });
  await refresh();
  expect(await people()).toEqual([bob]);
});

test('who is told as gone and is found stays', async () => {
  script.people.set(ada, adaLovelace);
  const changes = [{ kind: 'userRemoved', id: ada, permanently: false }] as const;
  script.pages.set('users-1', pageOf({ changes, changesLink: 'users-2' }));
  await refresh();
  expect(await people()).toEqual([ada, bob]);
});
