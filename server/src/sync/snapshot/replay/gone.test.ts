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
import type { SnapshotRepository } from '../../../ports/repositories/snapshotRepository.ts';
import type { StorageEngine } from '../../../storage/collection.ts';
import { declarations } from '../../../storage/declare/collections.ts';
import { openRepositories } from '../../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../../storage/sqlite/openSqliteEngine.ts';

const [group, ada, bob] = ['group', 'ada', 'bob'] as const;
const [adaLovelace, bobBuilder] = [samplePerson({ id: ada }), samplePerson({ id: bob })];
const now = new Date('2026-01-01T00:01:00.000Z');
const selection = sampleSelection({ groups: [{ id: group, displayName: 'Group' }] });

let engine: StorageEngine;
let snapshots: SnapshotRepository;
let script: Script;
beforeEach(async () => {
  engine = await openSqliteEngine({ file: ':memory:', declarations });
  ({ snapshots } = openRepositories(engine));
  script = openScript();
  await snapshots.saveHead('t', finishedHead([group], { users: 'users-1', groups: 'groups-1' }));
  await snapshots.savePeople('t', 's', [adaLovelace, bobBuilder]);
  script.people.set(bob, bobBuilder);
  // Somebody told as joined and as left has the group listed anew.
  const member = { id: bob, kind: 'user', displayName: null } as const;
  const both = { kind: 'containerChanged', container: 'group', id: group, displayName: null } as const;
  const changes = [{ ...both, added: [member], removed: [bob] }];
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
