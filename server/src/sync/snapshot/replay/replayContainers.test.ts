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
import type { DirectoryMember } from '../../../domain/directory/directoryContainer.ts';
import type { DirectoryChange } from '../../../ports/directory/directoryReader.ts';
import type { SnapshotRepository } from '../../../ports/repositories/snapshotRepository.ts';
import type { StorageEngine } from '../../../storage/collection.ts';
import { declarations } from '../../../storage/declare/collections.ts';
import { openRepositories } from '../../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../../storage/sqlite/openSqliteEngine.ts';

const [group, other, ada, bob] = ['group', 'other', 'ada', 'bob'] as const;
const now = new Date('2026-01-01T00:01:00.000Z');
const selection = sampleSelection({ groups: [{ id: group, displayName: 'Group' }] });

let engine: StorageEngine;
let snapshots: SnapshotRepository;
let script: Script;
beforeEach(async () => {
  engine = await openSqliteEngine({ file: ':memory:', declarations });
  ({ snapshots } = openRepositories(engine));
  script = openScript();
  await snapshots.saveHead('t', finishedHead([group, other], { groups: 'groups-1' }));
  for (const id of [ada, bob]) script.people.set(id, samplePerson({ id }));
});
afterEach(() => engine.close());

const user = (id: string): DirectoryMember => ({ id, kind: 'user', displayName: null });
const changed = (id: string, added: readonly string[], removed: readonly string[]): DirectoryChange => ({
  kind: 'containerChanged',
  container: 'group',
  id,
  displayName: null,
  added: added.map(user),
  removed,
});
const refresh = () => refreshFrom({ snapshots, selection, directory: scriptedDirectory(script), now });
const membersOf = async (containerId: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const batch of snapshots.scanContainer('t', 's', containerId))
    ids.push(...batch.map((one) => one.memberId));
  return ids.sort();
};
const listed = (): readonly string[] => script.asked.filter((one) => one.startsWith('readPage'));

/** One change that says both, and two that say one each, on one page or on two. */
const ways: readonly (readonly [string, readonly (readonly DirectoryChange[])[]])[] = [
  ['in one object', [[changed(group, [ada], [ada])]]],
  ['joined and then left, on one page', [[changed(group, [ada], []), changed(group, [], [ada])]]],
  ['left and then joined, on one page', [[changed(group, [], [ada]), changed(group, [ada], [])]]],
  ['joined and then left, over two pages', [[changed(group, [ada], [])], [changed(group, [], [ada])]]],
  ['left and then joined, over two pages', [[changed(group, [], [ada])], [changed(group, [ada], [])]]],
];
const told = (pages: readonly (readonly DirectoryChange[])[]): void => {
  for (const [at, changes] of pages.entries()) {
    const isLast = at === pages.length - 1;
    const link = isLast ? { changesLink: 'groups-done' } : { next: `groups-${String(at + 2)}` };
    script.pages.set(`groups-${String(at + 1)}`, pageOf({ changes, ...link }));
  }
};

test.each(ways.flatMap(([name, pages]) => [true, false].map((isIn) => [name, isIn, pages] as const)))(
  'who is told as joined and as left %s is what the listing says (in it: %s), and it is read once',
  async (_name, isIn, pages) => {
    told(pages);
    script.members.set(
      group,
      (isIn ? [ada, bob] : [bob]).map((id) => samplePerson({ id })),
    );
    await refresh();
    expect(await membersOf(group)).toEqual(isIn ? [ada, bob] : [bob]);
    expect(listed()).toEqual([`readPage ${group}`]);
  },
);

test('changes that name everybody once list nothing anew, whatever another group says', async () => {
  told([[changed(group, [ada], [bob]), changed(other, [bob], [ada])]]);
  await refresh();
  expect([await membersOf(group), await membersOf(other), listed()]).toEqual([[ada], [bob], []]);
});

test('told again in the same run, it is not listed again and again', async () => {
  script.pages.set('groups-1', pageOf({ changes: [changed(group, [ada], [ada])], changesLink: 'groups-1' }));
  script.members.set(group, []);
  await refresh();
  expect(listed()).toEqual([`readPage ${group}`]);
});

test('a group of which we know nothing is not listed', async () => {
  told([[changed('stranger', [ada], [ada])]]);
  await refresh();
  expect(listed()).toEqual([]);
});
