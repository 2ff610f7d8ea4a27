import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { allPermissions } from '../../../support/processes/startUndersign.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [hidden = '', plain = ''] = groupIds;
const company = directoryOf({
  users: numberedPeople(),
  groups: [
    { id: hidden, displayName: 'Hidden', visibility: 'HiddenMembership', memberIds: [] },
    { id: plain, displayName: 'Plain', memberIds: [] },
  ],
});
const allBut = (id: string) => sampleSelection({ everyone: true, excludedGroups: [{ id, displayName: 'Excluded' }] });

/** As Graph may answer about members that are hidden: with a list that they are left out of. */
describe('an excluded group that Graph lists nobody of', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 5 });
  });
  beforeEach(async () => {
    await bench.begin(company);
    Object.assign(bench.simulator.behaviour, { leavesOutHiddenMembers: true });
  });
  afterAll(() => bench.close());

  const active = async (): Promise<readonly string[]> => [...(await activeTeammates(bench)).keys()].sort();
  const visibilityAsked = `/v1.0/groups/*?$select=visibility`;

  test('is empty where it hides nobody, which costs one question', async () => {
    const asked = bench.simulator.faults.add({ kind: 'slow', milliseconds: 0, path: visibilityAsked });
    expect(await bench.sync(allBut(plain))).toMatchObject({ status: 'succeeded', warnings: [] });
    expect(bench.simulator.faults.list()).toMatchObject([{ id: asked, struck: 1 }]);
    expect(await active()).toEqual(userIds);
  });

  test('is not asked what it hides where it lists somebody, on whichever page', async () => {
    bench.simulator.directory.addMember(plain, userIds[0] ?? '');
    bench.simulator.faults.add({ kind: 'slow', milliseconds: 0, path: visibilityAsked });
    bench.simulator.faults.add({ kind: 'emptyPage', path: '/v1.0/groups/*/members*', times: 1 });
    await bench.sync(allBut(plain));
    expect(bench.simulator.faults.list()).toMatchObject([{ struck: 0 }, { struck: 1 }]);
    expect(await active()).toEqual(userIds.slice(1));
  });

  test('may have hidden members, and fails the run', async () => {
    await expect(bench.sync(allBut(hidden))).rejects.toMatchObject({ code: 'permission-missing' });
    expect(await active()).toEqual([]);
  });

  test('is empty where we may see whom it hides', async () => {
    const { consent, tenant } = bench.simulator;
    consent.grant(tenant.clientId, [...allPermissions, 'Member.Read.Hidden']);
    expect(await bench.sync(allBut(hidden))).toMatchObject({ status: 'succeeded', warnings: [] });
    expect(await active()).toEqual(userIds);
  });

  test.each([400, 403, 404])('is taken as it looks where its visibility is answered with %i', async (status) => {
    bench.simulator.faults.add({ kind: 'status', status, path: visibilityAsked });
    expect(await bench.sync(allBut(hidden))).toMatchObject({ status: 'succeeded' });
    expect(bench.simulator.faults.list()).toMatchObject([{ struck: 1 }]);
  });
});
