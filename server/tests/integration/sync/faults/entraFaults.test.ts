import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../../../simulator/faults/faults.ts';
import { userIds } from '../../../support/people/directoryArbitraries.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const token = '/*/oauth2/v2.0/token*';
/** No list of Microsoft's has it. */
const message = 'AADSTS90999: Something went wrong.';

describe('a run whose tokens Entra does not give', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 5 });
  });
  beforeEach(() => bench.begin(directoryOf({ users: numberedPeople() })));
  afterAll(() => bench.close());

  const sync = () => bench.sync(sampleSelection({ everyone: true }));

  test.each<[string, Fault]>([
    ['503', { kind: 'status', status: 503, code: 'server_error', message }],
    ['429', { kind: 'status', status: 429, code: 'invalid_request', message, retryAfter: 1 }],
    ['its word that it will pass', { kind: 'status', status: 400, code: 'temporarily_unavailable', message }],
  ])('outlasts %s with a number that nobody lists', async (_name, fault) => {
    bench.simulator.faults.add({ ...fault, path: token, times: 1 });
    expect(await sync()).toMatchObject({ status: 'succeeded' });
    expect(bench.simulator.faults.list()).toMatchObject([{ struck: 1 }]);
    expect([...(await activeTeammates(bench)).keys()].sort()).toEqual(userIds);
  });

  test('ends at once with a number that nobody lists and no word that it will pass', async () => {
    bench.simulator.faults.add({ kind: 'status', status: 400, code: 'invalid_request', message, path: token });
    await expect(sync()).rejects.toMatchObject({ code: 'entra-refused' });
  });
});
