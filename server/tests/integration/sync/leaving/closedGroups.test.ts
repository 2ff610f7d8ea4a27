import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { failUnfinished } from '../../../support/sync/failUnfinished.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [outer = '', between = '', closed = '', picked = ''] = groupIds;
const person = (at: number): string => userIds[at] ?? '';
const pick = (id: string, displayName: string) => ({ id, displayName });

/** Person 0 and 1 are in the closed group alone; nothing leads from the outer group to it until a test says so. */
const company = directoryOf({
  users: numberedPeople(),
  groups: [
    { id: outer, displayName: 'Outer', memberIds: [between] },
    { id: between, displayName: 'Between', memberIds: [person(2)] },
    { id: closed, displayName: 'Closed', memberIds: userIds.slice(0, 2) },
    { id: picked, displayName: 'Picked', memberIds: [closed, person(5)] },
  ],
});
const allButOuter = sampleSelection({ everyone: true, excludedGroups: [pick(outer, 'Outer')] });
const pickedButOuter = sampleSelection({
  groups: [pick(picked, 'Picked')],
  people: [pick(person(0), 'Person 0'), pick(person(2), 'Person 2')],
  excludedGroups: [pick(outer, 'Outer')],
});

describe.each([
  ['by a 403', false],
  ['by a list without them', true],
])('a group inside an excluded one whose members are hidden from us %s', (_how, leavesOutHiddenMembers) => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 2 });
  });
  beforeEach(async () => {
    await bench.begin(company);
    Object.assign(bench.simulator.behaviour, { leavesOutHiddenMembers });
  });
  afterAll(() => bench.close());

  const active = async (): Promise<readonly string[]> => [...(await activeTeammates(bench)).keys()];
  const nest = () => {
    bench.simulator.directory.addMember(between, closed);
  };
  const hide = (visibility: 'HiddenMembership' | null) => {
    bench.simulator.directory.updateGroup(closed, { visibility });
  };

  test('fails the run, however deep it is, and none of its members comes in', async () => {
    nest();
    hide('HiddenMembership');
    await expect(bench.sync(allButOuter)).rejects.toMatchObject({ code: 'permission-missing' });
    expect(await active()).toEqual([]);
  });

  test.each(['refresh', 'full'] as const)(
    'fails a %s also when it is put there after it was found closed elsewhere, until it can be read again',
    async (mode) => {
      hide('HiddenMembership');
      const run = await bench.sync(pickedButOuter);
      expect(run.warnings.map(({ code }) => code)).toContain('group-unreadable');
      nest();
      const before = await active();
      await expect(bench.sync(pickedButOuter, { mode })).rejects.toMatchObject({ code: 'permission-missing' });
      expect(await active()).toEqual(before);
      await failUnfinished(bench);
      hide(null);
      expect(await bench.sync(pickedButOuter, { mode })).toMatchObject({ status: 'succeeded', mode, warnings: [] });
      expect(await active()).toEqual([...expectedTeammates(bench.simulator.directory, pickedButOuter).keys()]);
    },
  );

  test('fails a run that excludes it by itself', async () => {
    hide('HiddenMembership');
    const excludedGroups = [pick(closed, 'Closed')];
    const run = bench.sync(sampleSelection({ everyone: true, excludedGroups }));
    await expect(run).rejects.toMatchObject({ code: 'permission-missing' });
    expect(await active()).toEqual([]);
  });

  test('fails a reading when it is put there in the middle of it', async () => {
    hide('HiddenMembership');
    let isNested = false;
    const onCall = (call: string) => {
      if (call === 'readChanges' && !isNested) nest();
      isNested ||= call === 'readChanges';
    };
    await expect(bench.sync(pickedButOuter, { onCall })).rejects.toMatchObject({ code: 'permission-missing' });
    expect(await active()).toEqual([]);
  });
});
