import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Directory } from '../../../../../simulator/directory/directory.ts';
import {
  anyDirectory,
  anyMutation,
  anySelection,
  groupIds,
  unitIds,
  userIds,
} from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { isThorough } from '../../../support/isThorough.ts';
import { runsOn } from '../../../support/processes/runsOn.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [outer = '', inner = '', fresh = ''] = groupIds;
const [unit = ''] = unitIds;
const person = (at: number): string => userIds[at] ?? '';
const pick = (id: string) => ({ id, displayName: id });
const minute = 60_000;

const company = directoryOf({
  users: numberedPeople({ jobTitle: 'Engineer' }),
  groups: [
    { id: outer, displayName: 'Outer', memberIds: [inner, ...userIds.slice(0, 4)] },
    { id: inner, displayName: 'Inner', groupTypes: ['Unified'], memberIds: userIds.slice(4, 7) },
  ],
  units: [{ id: unit, displayName: 'Unit', memberIds: [person(7)] }],
});
const everybody = sampleSelection({ everyone: true });
const picked = sampleSelection({ groups: [pick(outer)], units: [{ ...pick(unit), includeGroups: true }] });
const allButOuter = sampleSelection({ everyone: true, excludedGroups: [pick(outer)] });

const changes: readonly (readonly [string, (directory: Directory) => void])[] = [
  ['somebody new', (directory) => directory.addUser({ userPrincipalName: 'new@one.example', jobTitle: 'New' })],
  [
    'somebody new who joins a group',
    (directory) => {
      directory.addMember(inner, directory.addUser({ userPrincipalName: 'new@one.example', jobTitle: 'New' }).id);
    },
  ],
  ['somebody who is deleted', (directory) => directory.softDeleteUser(person(1))],
  ['somebody who is deleted for good', (directory) => directory.hardDeleteUser(person(1))],
  [
    'a stranger who is renamed and joins a group',
    (directory) => {
      directory.updateUser(person(9), { jobTitle: 'Lead', displayName: 'Renamed' });
      directory.addMember(outer, person(9));
    },
  ],
  [
    'somebody who joins a unit',
    (directory) => {
      directory.updateUser(person(9), { jobTitle: 'Lead' });
      directory.addUnitMember(unit, person(9));
    },
  ],
  [
    'a new group inside a picked one',
    (directory) => {
      directory.addGroup({ id: fresh, displayName: 'Fresh' });
      directory.addMember(fresh, person(10));
      directory.addMember(outer, fresh);
    },
  ],
  ['a nested group that is deleted', (directory) => directory.deleteGroup(inner)],
  ['a group that is deleted', (directory) => directory.deleteGroup(outer)],
  ['a unit that is deleted', (directory) => directory.deleteUnit(unit)],
];

/** As Graph's replicas are: what is told in lists of changes is not known yet where one object is asked for. */
describe('answers about one object that are behind the changes', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 3 });
  });
  afterAll(() => bench.close());

  const expectTruth = async (selection: Parameters<SyncBench['sync']>[0]): Promise<void> => {
    expect(await activeTeammates(bench)).toEqual(expectedTeammates(bench.simulator.directory, selection));
  };

  describe.each([
    ['everybody is', everybody],
    ['a group and a unit are', picked],
    ['everybody but a group is', allButOuter],
  ])('where %s picked', (_name, selection) => {
    beforeEach(async () => {
      await bench.begin(company);
      await bench.sync(selection);
      bench.simulator.clock.advance(10 * minute);
      Object.assign(bench.simulator.behaviour, { singleReadsLag: minute });
    });
    const refresh = () => bench.sync(selection, { mode: 'refresh' });

    test.each(changes)('%s: it is as it should be after two refreshes', async (_change, change) => {
      change(bench.simulator.directory);
      expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'refresh' });
      bench.simulator.clock.advance(6 * minute);
      expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'refresh' });
      await expectTruth(selection);
      const { snapshotId = '' } = (await bench.repositories.checkpoints.get(bench.tenantId)) ?? {};
      expect((await bench.repositories.snapshots.getHead(bench.tenantId, snapshotId))?.doubts).toBeUndefined();
    });
  });

  test('somebody picked by name who changed just before everybody is read anew is as they are now', async () => {
    const selection = sampleSelection({ people: [pick(person(1)), pick(person(2))] });
    await bench.begin(company);
    await bench.sync(selection);
    bench.simulator.clock.advance(10 * minute);
    Object.assign(bench.simulator.behaviour, { singleReadsLag: minute });
    bench.simulator.directory.updateUser(person(1), { jobTitle: 'Lead' });
    bench.simulator.directory.softDeleteUser(person(2));
    expect(await bench.sync(selection)).toMatchObject({ status: 'succeeded', mode: 'full' });
    bench.simulator.clock.advance(6 * minute);
    expect(await bench.sync(selection, { mode: 'refresh' })).toMatchObject({ status: 'succeeded', mode: 'refresh' });
    await expectTruth(selection);
  });

  test(
    'any changes: two refreshes some minutes apart end with the directory as it is',
    async () => {
      const story = fc.record({
        directory: anyDirectory,
        selection: anySelection,
        behaviour: fc.record({
          replays: fc.integer({ min: 0, max: 6 }),
          replaysRemovals: fc.boolean(),
          deltaPageSize: fc.integer({ min: 1, max: 5 }),
          deltaMembersPerPage: fc.integer({ min: 1, max: 4 }),
        }),
        steps: fc.array(fc.array(anyMutation, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      });
      await fc.assert(
        fc.asyncProperty(story, async ({ directory, selection, behaviour, steps }) => {
          await bench.begin(directory);
          await bench.sync(selection);
          Object.assign(bench.simulator.behaviour, { ...behaviour, singleReadsLag: minute });
          for (const mutations of steps) {
            bench.simulator.clock.advance(10 * minute);
            for (const mutation of mutations) mutation(bench.simulator.directory);
            await bench.sync(selection, { mode: 'refresh' });
            bench.simulator.clock.advance(6 * minute);
            await bench.sync(selection, { mode: 'refresh' });
            await expectTruth(selection);
          }
        }),
        { numRuns: runsOn(isThorough ? 60 : 6) },
      );
    },
    10 * minute,
  );
});
