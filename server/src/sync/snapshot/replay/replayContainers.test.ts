import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
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
import type { DirectoryMember } from '../../../domain/directory/directoryContainer.ts';
import type { DirectoryChange } from '../../../ports/directory/directoryReader.ts';

const [group, other, ada, bob] = ['group', 'other', 'ada', 'bob'] as const;
const now = new Date('2026-01-01T00:01:00.000Z');
const selection = sampleSelection({ groups: [{ id: group, displayName: 'Group' }] });

let engine: ScriptedSnapshot['engine'];
let snapshots: ScriptedSnapshot['snapshots'];
let script: Script;
beforeEach(async () => {
  ({ engine, snapshots, script } = await openScriptedSnapshot(finishedHead([group, other], { groups: 'groups-1' })));
  for (const id of [ada, bob]) script.people.set(id, samplePerson({ id }));
});
afterEach(() => engine.close());

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
  ['in one object', [[membersChanged(group, [ada], [ada])]]],
  ['joined and then left, on one page', [[membersChanged(group, [ada], []), membersChanged(group, [], [ada])]]],
  ['left and then joined, on one page', [[membersChanged(group, [], [ada]), membersChanged(group, [ada], [])]]],
  ['joined and then left, over two pages', [[membersChanged(group, [ada], [])], [membersChanged(group, [], [ada])]]],
  ['left and then joined, over two pages', [[membersChanged(group, [], [ada])], [membersChanged(group, [ada], [])]]],
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
  told([[membersChanged(group, [ada], [bob]), membersChanged(other, [bob], [ada])]]);
  await refresh();
  expect([await membersOf(group), await membersOf(other), listed()]).toEqual([[ada], [bob], []]);
});

test('told again in the same run, it is not listed again and again', async () => {
  script.pages.set('groups-1', pageOf({ changes: [membersChanged(group, [ada], [ada])], changesLink: 'groups-1' }));
  script.members.set(group, []);
  await refresh();
  expect(listed()).toEqual([`readPage ${group}`]);
});

test('a group of which we know nothing is not listed', async () => {
  told([[membersChanged('stranger', [ada], [ada])]]);
  await refresh();
  expect(listed()).toEqual([]);
});

describe('a listing that is behind what was told', () => {
  const inner = 'inner';
  const nested = (id: string): DirectoryMember => ({ id, kind: 'group', displayName: null });
  const joins = (id: string, member: DirectoryMember): DirectoryChange => ({
    kind: 'containerChanged',
    container: 'group',
    id,
    displayName: null,
    added: [member],
    removed: [],
  });
  const innerJoins = joins(group, nested(inner));
  beforeEach(() => {
    script.names.set(inner, 'Inner');
  });

  test('who was told as a member of a new group before it was one of ours is in it, with their profile', async () => {
    told([[membersChanged(inner, [ada, bob], [])], [innerJoins]]);
    script.members.set(inner, [samplePerson({ id: bob })]);
    await refresh();
    expect(await membersOf(inner)).toEqual([ada, bob]);
    expect((await snapshots.getPeople('t', 's', [ada, bob])).map(({ id }) => id)).toEqual([ada, bob]);
  });

  test('a group inside such a group is read as well', async () => {
    told([[membersChanged('innermost', [ada], []), joins(inner, nested('innermost'))], [innerJoins]]);
    script.names.set('innermost', 'Innermost');
    await refresh();
    expect([await membersOf(inner), await membersOf('innermost')]).toEqual([['innermost'], [ada]]);
  });

  test.each([true, false])('who was told as joined and as left is what the listing says (in it: %s)', async (isIn) => {
    told([[membersChanged(inner, [ada], [ada])], [innerJoins]]);
    script.members.set(inner, isIn ? [samplePerson({ id: ada })] : []);
    await refresh();
    expect(await membersOf(inner)).toEqual(isIn ? [ada] : []);
  });

  test('of a group that is listed anew, who was told to join or leave besides is in it or out', async () => {
    told([[membersChanged(group, ['eve', ada], ['eve', bob])]]);
    script.people.set('eve', samplePerson({ id: 'eve' }));
    script.members.set(group, [samplePerson({ id: bob })]);
    await refresh();
    expect(await membersOf(group)).toEqual([ada]);
  });

  test('what a change said of somebody stays, whatever the listing has', async () => {
    await snapshots.saveHead('t', finishedHead([group], { users: 'users-1', groups: 'groups-1' }));
    await snapshots.savePeople('t', 's', [samplePerson({ id: ada, jobTitle: 'Engineer' })]);
    const changes: DirectoryChange[] = [{ kind: 'userChanged', id: ada, attributes: { jobTitle: 'Lead' } }];
    script.pages.set('users-1', pageOf({ changes, changesLink: 'users-done' }));
    told([[innerJoins]]);
    script.members.set(inner, [samplePerson({ id: ada, jobTitle: 'Engineer', city: 'Delft' })]);
    await refresh();
    expect(await snapshots.getPeople('t', 's', [ada])).toMatchObject([{ jobTitle: 'Lead', city: 'Delft' }]);
  });
});
