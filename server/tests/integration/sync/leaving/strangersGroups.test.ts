import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../../../simulator/faults/faults.ts';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [team = ''] = groupIds;
const [colleague = '', returning = ''] = userIds;
const selection = sampleSelection({ groups: [{ id: team, displayName: 'Team' }] });

/** Back from the recycle bin they are in their group again, and no change of the group tells of it. */
describe('whoever comes back as a stranger', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 5 });
  });
  afterAll(() => bench.close());

  const groups = [{ id: team, displayName: 'Team', memberIds: [colleague, returning] }];
  beforeEach(() => bench.begin(directoryOf({ users: numberedPeople(), groups })));

  const active = async (): Promise<readonly string[]> => [...(await activeTeammates(bench)).keys()].sort();
  const sync = (mode: 'refresh' | 'full') => bench.sync(selection, { mode });
  const comeBack = async (): Promise<void> => {
    bench.simulator.directory.softDeleteUser(returning);
    await sync('full');
    expect(await active()).toEqual([colleague]);
    bench.simulator.directory.restoreUser(returning);
  };

  test.each<[string, Fault]>([
    ['does not let us ask for (403)', { kind: 'forbidden' }],
    ['refuses to tell (400)', { kind: 'status', status: 400 }],
  ])('and whose groups Graph %s fails no refresh, and is brought in by the next full run', async (_name, fault) => {
    await comeBack();
    bench.simulator.faults.add({ ...fault, path: '/v1.0/users/*/memberOf*' });
    expect(await sync('refresh')).toMatchObject({ status: 'succeeded', mode: 'refresh' });
    expect(bench.simulator.faults.list()).toMatchObject([{ struck: 1 }]);
    expect(await active()).toEqual([colleague]);
    expect(await sync('full')).toMatchObject({ status: 'succeeded' });
    expect(await active()).toEqual([colleague, returning]);
  });

  test('is found in their group also where Graph tells it on a further page', async () => {
    await comeBack();
    bench.simulator.faults.add({ kind: 'emptyPage', path: '/v1.0/users/*/memberOf*', times: 1 });
    expect(await sync('refresh')).toMatchObject({ status: 'succeeded', mode: 'refresh' });
    expect(await active()).toEqual([colleague, returning]);
  });
});
