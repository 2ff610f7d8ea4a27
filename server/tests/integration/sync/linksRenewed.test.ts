import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupIds, userIds } from '../../support/people/directoryArbitraries.ts';
import { numberedPeople } from '../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../support/people/samplePeople.ts';
import { directoryOf, openSyncBench, type SyncBench, type SyncOptions } from '../../support/sync/syncBench.ts';

const [group = ''] = groupIds;
const [first = ''] = userIds;
const hour = 60 * 60_000;
const selection = sampleSelection({ groups: [{ id: group, displayName: 'Quiet' }] });

let bench: SyncBench;
beforeAll(async () => {
  bench = await openSyncBench({ pageSize: 100 });
});
afterAll(() => bench.close());

/** By day refreshes, each of which finds that somebody changed, and a full sync by night, for longer than Graph keeps a link. */
const passDays = async (sync: (mode: 'refresh' | 'full') => Promise<unknown>): Promise<void> => {
  for (let day = 1; day <= 9; day += 1) {
    for (const time of ['morning', 'evening']) {
      bench.simulator.clock.advance(8 * hour);
      bench.simulator.directory.updateUser(first, { jobTitle: `Engineer of day ${String(day)}, ${time}` });
      await sync('refresh');
    }
    bench.simulator.clock.advance(8 * hour);
    await sync('full');
  }
};

test('the link to changes of groups does not die although people change every day and groups never do', async () => {
  const groups = [{ id: group, displayName: 'Quiet', memberIds: userIds.slice(0, 3) }];
  await bench.begin(directoryOf({ users: numberedPeople({ jobTitle: 'Engineer' }), groups }));
  await bench.sync(selection);
  const opened: string[] = [];
  await passDays(async (mode) => {
    const onCall: SyncOptions['onCall'] = (call) => (call === 'openChanges' ? opened.push(mode) : undefined);
    expect(await bench.sync(selection, { mode, onCall })).toMatchObject({ status: 'succeeded', mode });
  });
  expect(opened).toEqual([]);
});
