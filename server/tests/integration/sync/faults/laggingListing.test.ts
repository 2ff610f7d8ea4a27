import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Selection } from '../../../../src/domain/scope/selection.ts';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench, type SyncOptions } from '../../../support/sync/syncBench.ts';

const [old = '', fresh = ''] = groupIds;
const person = (at: number): string => userIds[at] ?? '';
const picking = (...ids: readonly string[]) => sampleSelection({ groups: ids.map((id) => ({ id, displayName: id })) });

describe('members of a group that was filled a moment ago, and whose listing is behind', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 100 });
  });
  beforeEach(async () => {
    const groups = [{ id: old, displayName: 'Old', memberIds: [person(1), person(2)] }];
    await bench.begin(directoryOf({ users: numberedPeople({ jobTitle: 'Engineer' }), groups }));
  });
  afterAll(() => bench.close());

  /** Fills a new group, and lets no listing know of it yet. */
  const fillFresh = (): SyncOptions => {
    const { directory } = bench.simulator;
    directory.addGroup({ id: fresh, displayName: 'Fresh' });
    for (const at of [3, 4]) directory.addMember(fresh, person(at));
    const { groupMembers } = directory;
    const now = groupMembers.of.bind(groupMembers);
    let isListing = false;
    groupMembers.of = (id) => (isListing && id === fresh ? new Set() : now(id));
    return { onCall: (call) => (isListing = call === 'readPage'), approvedDepartures: 0 };
  };
  const expectTruth = async (selection: Selection) => {
    expect(await activeTeammates(bench)).toEqual(expectedTeammates(bench.simulator.directory, selection));
  };

  test.each(['full', 'refresh'] as const)('come in when it is picked and a %s syncs that', async (mode) => {
    await bench.sync(picking(old));
    const behind = fillFresh();
    const run = await bench.sync(picking(old, fresh), { ...behind, mode });
    expect(run).toMatchObject({ status: 'succeeded', mode: 'full' });
    await expectTruth(picking(old, fresh));
  });

  test('come in where nothing was followed yet but changes of people', async () => {
    const somebody = sampleSelection({ people: [{ id: person(1), displayName: 'One' }] });
    await bench.sync(somebody);
    expect(await bench.sync(picking(old))).toMatchObject({ status: 'succeeded', mode: 'full' });
    await expectTruth(picking(old));
    const behind = fillFresh();
    await bench.sync(picking(fresh), { ...behind, mode: 'refresh' });
    await expectTruth(picking(fresh));
  });
});
