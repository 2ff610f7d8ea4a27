import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Directory } from '../../../../../simulator/directory/directory.ts';
import type { Fault } from '../../../../../simulator/faults/faults.ts';
import { groupIds, unitIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { passingFaults } from '../../../support/sync/passingFaults.ts';
import { directoryOf, openSyncBench, type SyncBench, type SyncOptions } from '../../../support/sync/syncBench.ts';

const [outer = '', inner = '', unified = '', lonely = ''] = groupIds;
const [unit = ''] = unitIds;
const person = (at: number): string => userIds[at] ?? '';
const pick = (id: string, displayName = id) => ({ id, displayName });

const company = directoryOf({
  users: numberedPeople({ jobTitle: 'Engineer' }),
  groups: [
    { id: outer, displayName: 'Outer', memberIds: [inner, ...userIds.slice(0, 4)] },
    { id: inner, displayName: 'Inner', memberIds: userIds.slice(3, 6) },
    { id: unified, displayName: 'Unified', groupTypes: ['Unified'], memberIds: userIds.slice(6, 8) },
    { id: lonely, displayName: 'Lonely', memberIds: [person(12)] },
  ],
  units: [{ id: unit, displayName: 'Unit', memberIds: [person(8), person(9)] }],
});
const selection = sampleSelection({
  groups: [pick(outer, 'Outer'), pick(unified, 'Unified')],
  units: [{ ...pick(unit, 'Unit'), includeGroups: false }],
  people: [pick(person(10))],
});

/** The listings of groups and units, and not what changes of them. */
const members = '/v1.0/*/members?*';

describe('an import that is disturbed', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 2 });
  });
  beforeEach(() => bench.begin(company));
  afterAll(() => bench.close());

  const active = () => activeTeammates(bench);
  const expectExactly = async () => {
    expect(await active()).toEqual(expectedTeammates(bench.simulator.directory, selection));
  };
  const once = (call: 'readChanges' | 'readPage', work: () => void): SyncOptions => {
    let done = false;
    return {
      onCall: (name) => {
        if (done || name !== call) return;
        done = true;
        work();
      },
    };
  };

  test.each<readonly [string, Fault]>([
    ...passingFaults,
    ['429 with a date', { kind: 'status', status: 429, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' }],
  ])('%s, now and then: ends as if nothing had been', async (_name, fault) => {
    for (const after of [0, 2, 5, 9, 12]) bench.simulator.faults.add({ ...fault, path: '/v1.0/*', times: 1, after });
    const run = await bench.sync(selection);
    expect(run.status).toBe('succeeded');
    expect(bench.simulator.faults.list().filter(({ struck }) => struck > 0).length).toBeGreaterThan(2);
    await expectExactly();
  });

  test('a token that expires on the way is renewed', async () => {
    bench.simulator.faults.add({ kind: 'tokenExpired', path: '/v1.0/*members?*', times: 1, after: 2 });
    await bench.sync(selection);
    await expectExactly();
  });

  test.each<[string, Fault, string]>([
    ['Graph limiting us without end', { kind: 'status', status: 429, retryAfter: 1 }, 'directory-throttled'],
    ['Graph down', { kind: 'status', status: 503 }, 'directory-unavailable'],
    ['no network', { kind: 'reset' }, 'directory-unavailable'],
    ['permissions taken back', { kind: 'forbidden', after: 0 }, 'permission-missing'],
    ['an answer without end', { kind: 'endless' }, 'directory-answer-too-large'],
    [
      'a page link that always expires',
      { kind: 'status', status: 400, code: 'Directory_ExpiredPageToken' },
      'directory-link-expired',
    ],
    ['a page that links to itself', { kind: 'circle', path: members }, 'directory-link-expired'],
    [
      'a page that comes again under new links',
      { kind: 'circle', newLinks: true, path: members },
      'directory-link-expired',
    ],
  ])('%s: the run fails and says so, and nobody is touched', async (_name, fault, code) => {
    await bench.sync(selection);
    const before = await active();
    bench.simulator.faults.add({ path: '/v1.0/*members*', after: 1, ...fault });
    await expect(bench.sync(selection)).rejects.toMatchObject({ code });
    expect(await active()).toEqual(before);
  });

  test('consent taken back on the way: the run fails with what the admin can do', async () => {
    const revoke = () => {
      bench.simulator.consent.revoke(bench.simulator.tenant.clientId);
      bench.simulator.faults.add({ kind: 'tokenExpired', path: '/v1.0/*' });
    };
    await expect(bench.sync(selection, once('readPage', revoke))).rejects.toMatchObject({
      code: 'consent-missing',
      values: { entraCode: 'AADSTS700016' },
    });
    expect(await active()).toEqual(new Map());
  });

  test('a next link to another host: no request and no token goes there, and the run fails', async () => {
    const visits: unknown[] = [];
    const foreign = createServer((request, response) => {
      visits.push(request.headers);
      response.end('{"value":[]}');
    });
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    const host = `localhost:${String((foreign.address() as AddressInfo).port)}`;
    bench.simulator.faults.add({ kind: 'foreignLink', host, path: '/v1.0/*members?*' });
    const outcome = await bench.sync(selection).catch((error: unknown) => error);
    await new Promise((resolve) => foreign.close(resolve));
    expect(outcome).toMatchObject({ code: 'directory-link-foreign' });
    expect(visits).toEqual([]);
  });

  test.each<[string, Fault]>([
    ['its age', { kind: 'status', status: 400, code: 'Directory_ExpiredPageToken' }],
    ['404', { kind: 'status', status: 404, code: 'UnknownError' }],
    ['400 with a code nobody knows', { kind: 'status', status: 400, code: 'Directory_SomethingNew' }],
    ['a next link to another host', { kind: 'foreignLink', host: 'localhost:9' }],
    ['a next link back to itself', { kind: 'circle' }],
  ])('%s for a page link, now and then, starts that listing over', async (_name, fault) => {
    bench.simulator.faults.add({ ...fault, path: '/v1.0/*members?*skiptoken*', times: 2 });
    await bench.sync(selection);
    await expectExactly();
  });

  test.each<[string, Fault]>([
    ['410', { kind: 'gone' }],
    ['404', { kind: 'status', status: 404, code: 'UnknownError' }],
    ['400 with a code nobody knows', { kind: 'status', status: 400, code: 'Directory_SomethingNew' }],
    ['an answer that is no page', { kind: 'noPage' }],
  ])('%s for the change links begins the reading anew', async (_name, fault) => {
    const spoil = () => bench.simulator.faults.add({ ...fault, path: '/v1.0/*delta?$deltatoken=*', times: 2 });
    await bench.sync(selection, once('readChanges', spoil));
    await expectExactly();
  });

  test.each<[string, (directory: Directory) => void]>([
    [
      'a member leaves',
      (directory) => {
        directory.removeMember(outer, person(0));
      },
    ],
    [
      'somebody joins a group',
      (directory) => {
        directory.addMember(outer, person(11));
      },
    ],
    [
      'somebody joins a unit',
      (directory) => {
        directory.addUnitMember(unit, person(11));
      },
    ],
    [
      'somebody leaves a unit',
      (directory) => {
        directory.removeUnitMember(unit, person(8));
      },
    ],
    [
      'a group is nested',
      (directory) => {
        directory.addMember(inner, lonely);
      },
    ],
    [
      'a nested group is taken out',
      (directory) => {
        directory.removeMember(outer, inner);
      },
    ],
    [
      'a member is deleted',
      (directory) => {
        directory.softDeleteUser(person(1));
      },
    ],
    [
      'a member is deleted for good',
      (directory) => {
        directory.hardDeleteUser(person(1));
      },
    ],
    [
      'a member is deleted and comes back',
      (directory) => {
        directory.softDeleteUser(person(1));
        directory.restoreUser(person(1));
      },
    ],
    [
      'a member gets another name',
      (directory) => {
        directory.updateUser(person(2), { userPrincipalName: 'zz@one.example', jobTitle: null });
      },
    ],
    [
      'a new person joins',
      (directory) => {
        const { id } = directory.addUser({ userPrincipalName: 'new@one.example' });
        directory.addMember(inner, id);
      },
    ],
    [
      'a group is deleted and comes back',
      (directory) => {
        directory.deleteGroup(unified);
        directory.restoreGroup(unified);
      },
    ],
    [
      'a group is deleted',
      (directory) => {
        directory.deleteGroup(inner);
      },
    ],
  ])('%s after it was listed: the sync ends with the directory as it is', async (_name, change) => {
    const run = await bench.sync(
      selection,
      once('readChanges', () => {
        change(bench.simulator.directory);
      }),
    );
    await expectExactly();
    expect(run.warnings).toEqual([]);
  });

  test('a group that was away while it was to be listed, and came back, is listed after all', async () => {
    let listed = false;
    const run = await bench.sync(selection, {
      onCall: (call) => {
        if (call === 'readPage' && !listed) bench.simulator.directory.deleteGroup(unified);
        listed ||= call === 'readPage';
        if (call === 'readChanges') bench.simulator.directory.restoreGroup(unified);
      },
    });
    await expectExactly();
    expect(run.warnings).toEqual([]);
  });

  test('a picked group that is gone or empty holds the departures until an admin agrees', async () => {
    await bench.sync(selection);
    bench.simulator.directory.deleteGroup(outer);
    for (const at of [6, 7]) bench.simulator.directory.removeMember(unified, person(at));
    const held = await bench.sync(selection, { approvedDepartures: 0 });
    expect(held.counts).toMatchObject({ disable: 0, hold: 8 });
    expect(held.warnings.map(({ code }) => code).sort()).toEqual(['departures-held', 'group-empty', 'group-gone']);
    expect((await active()).size).toBe(11);
    expect((await bench.sync(selection, { approvedDepartures: 8 })).counts).toMatchObject({ disable: 8, hold: 0 });
    await expectExactly();
  });

  test.each([
    ['by a 403', false],
    ['by a list without them', true],
  ])(
    'a group whose members are hidden from us %s is named, and whoever is only in it is held, not dropped',
    async (_how, leavesOutHiddenMembers) => {
      await bench.sync(selection);
      Object.assign(bench.simulator.behaviour, { leavesOutHiddenMembers });
      bench.simulator.directory.updateGroup(inner, { visibility: 'HiddenMembership' });
      const run = await bench.sync(selection, { approvedDepartures: 0 });
      expect(run.warnings.map(({ code }) => code)).toEqual(['group-unreadable', 'departures-held']);
      expect(run.counts).toMatchObject({ disable: 0, hold: 2 });
      await expectExactly();
    },
  );

  test.each([
    ['by a 403', false],
    ['by a list without them', true],
  ])(
    'a unit whose members are hidden from us %s is named, and whoever is only in it is held, not dropped',
    async (_how, leavesOutHiddenMembers) => {
      await bench.sync(selection);
      Object.assign(bench.simulator.behaviour, { leavesOutHiddenMembers });
      bench.simulator.directory.updateUnit(unit, { visibility: 'HiddenMembership' });
      const run = await bench.sync(selection, { approvedDepartures: 0 });
      expect(run.warnings.map(({ code }) => code)).toEqual(['unit-unreadable', 'departures-held']);
      expect(run.counts).toMatchObject({ disable: 0, hold: 2 });
      await expectExactly();
    },
  );
});
