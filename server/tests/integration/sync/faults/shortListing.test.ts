import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const minute = 60_000;
const everybody = sampleSelection({ everyone: true });

describe('a listing of everybody that leaves people out', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 100 });
  });
  beforeEach(async () => {
    await bench.begin(directoryOf({ users: numberedPeople({ jobTitle: 'Engineer' }) }));
    await bench.sync(everybody);
    bench.simulator.clock.advance(10 * minute);
  });
  afterAll(() => bench.close());

  const sync = (mode: 'full' | 'refresh') => bench.sync(everybody, { mode, approvedDepartures: 0 });
  /** As one that is behind, or ends too soon. */
  const leaveOut = (ids: readonly string[]): void => {
    const { order } = bench.simulator.directory.users;
    order.splice(0, order.length, ...order.filter((id) => !ids.includes(id)));
  };
  const expectTruth = async () => {
    expect(await activeTeammates(bench)).toEqual(expectedTeammates(bench.simulator.directory, everybody));
  };
  const doubts = async () => {
    const { snapshotId = '' } = (await bench.repositories.checkpoints.get(bench.tenantId)) ?? {};
    return (await bench.repositories.snapshots.getHead(bench.tenantId, snapshotId))?.doubts;
  };

  test.each([
    ['three', userIds.slice(2, 5)],
    ['all', userIds],
  ])('makes nobody leave whom the directory has when it is asked for %s of them', async (_many, ids) => {
    leaveOut(ids);
    expect((await sync('full')).counts).toMatchObject({ disable: 0, hold: 0 });
    await expectTruth();
    bench.simulator.clock.advance(6 * minute);
    expect((await sync('refresh')).counts).toMatchObject({ disable: 0, hold: 0 });
    await expectTruth();
    expect(await doubts()).toBeUndefined();
  });

  test('is right about whoever was deleted, although an answer about them alone is behind: they leave minutes later', async () => {
    bench.simulator.directory.softDeleteUser(userIds[1] ?? '');
    Object.assign(bench.simulator.behaviour, { singleReadsLag: minute });
    expect((await sync('full')).counts).toMatchObject({ disable: 0 });
    bench.simulator.clock.advance(6 * minute);
    expect((await sync('refresh')).counts).toMatchObject({ disable: 1 });
    await expectTruth();
  });
});
