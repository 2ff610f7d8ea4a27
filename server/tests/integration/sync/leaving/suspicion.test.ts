import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultSyncSettings } from '../../../../src/domain/settings/syncSettings.ts';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [emptied = '', other = '', shell = '', kernel = ''] = groupIds;
const person = (at: number): string => userIds[at] ?? '';
const pick = (id: string, displayName: string) => ({ id, displayName });

/** People 0 to 4 are in the group that will be emptied, 4 to 9 in the other one, 10 to 13 in a group in a group. */
const company = directoryOf({
  users: numberedPeople(),
  groups: [
    { id: emptied, displayName: 'Emptied', memberIds: userIds.slice(0, 5) },
    { id: other, displayName: 'Other', memberIds: userIds.slice(4, 10) },
    { id: shell, displayName: 'Shell', memberIds: [kernel] },
    { id: kernel, displayName: 'Kernel', groupTypes: ['Unified'], memberIds: userIds.slice(10) },
  ],
});
const base = sampleSelection({ groups: [pick(emptied, 'Emptied'), pick(other, 'Other'), pick(shell, 'Shell')] });
const selection = { ...base, filters: { ...base.filters, enabledAccountsOnly: true } };

describe('a picked group that is suddenly empty or gone', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 3 });
  });
  beforeEach(async () => {
    await bench.begin(company);
    await bench.sync(selection);
  });
  afterAll(() => bench.close());

  const status = async (at: number) => {
    const found = await bench.repositories.teammates.get(bench.tenantId, person(at));
    return found?.departure?.state ?? found?.status;
  };

  const ways = {
    empty: () => {
      for (let at = 0; at < 5; at += 1) bench.simulator.directory.removeMember(emptied, person(at));
    },
    gone: () => {
      bench.simulator.directory.deleteGroup(emptied);
    },
  };

  test.each([
    ['empty', 'refresh'],
    ['empty', 'full'],
    ['gone', 'refresh'],
    ['gone', 'full'],
  ] as const)('when it is %s, a %s holds whom that explains and lets everybody else go', async (way, mode) => {
    const { directory } = bench.simulator;
    ways[way]();
    directory.hardDeleteUser(person(1));
    directory.updateUser(person(2), { accountEnabled: false });
    directory.removeMember(other, person(5));
    directory.softDeleteUser(person(6));
    directory.updateUser(person(7), { accountEnabled: false });
    const run = await bench.sync(selection, { mode, approvedDepartures: 0 });
    const seen = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7, 8].map(status));
    expect(seen).toEqual([
      'held',
      ...['disabled', 'disabled'],
      'held',
      'active',
      ...['disabled', 'disabled', 'disabled'],
      'active',
    ]);
    expect(run.counts).toMatchObject({ hold: 2, disable: 5 });
    expect(run.warnings.map(({ code }) => code)).toContain('departures-held');
  });

  test('when all whom it explains left for another reason, nobody is held and nothing is said of it', async () => {
    ways.empty();
    for (let at = 0; at < 4; at += 1) bench.simulator.directory.hardDeleteUser(person(at));
    const run = await bench.sync(selection, { approvedDepartures: 0 });
    expect(run.counts).toMatchObject({ hold: 0, disable: 4 });
    expect(run.warnings.map(({ code }) => code)).toEqual(['group-empty']);
  });

  test.each(['refresh', 'full'] as const)(
    'when the only group in it goes to the recycle bin, a %s finds it empty and holds whom that explains',
    async (mode) => {
      bench.simulator.directory.deleteGroup(kernel);
      const run = await bench.sync(selection, { mode, approvedDepartures: 0 });
      expect(run).toMatchObject({ mode, counts: { hold: 4, disable: 0 } });
      expect(run.warnings.map(({ code }) => code)).toEqual(['group-empty', 'departures-held']);
    },
  );

  test.each(['refresh', 'full'] as const)(
    'when who is left in it is in the recycle bin, a %s finds it empty: that one leaves, and the others are held',
    async (mode) => {
      for (let at = 0; at < 4; at += 1) bench.simulator.directory.removeMember(emptied, person(at));
      bench.simulator.directory.softDeleteUser(person(4));
      const run = await bench.sync(selection, { mode, approvedDepartures: 0 });
      expect(run).toMatchObject({ mode, counts: { hold: 4, disable: 1 } });
      expect(run.warnings.map(({ code }) => code)).toEqual(['group-empty', 'departures-held']);
    },
  );

  test('when who is left in it cannot be read, it is not empty, and the others leave', async () => {
    for (let at = 0; at < 3; at += 1) bench.simulator.directory.removeMember(emptied, person(at));
    bench.simulator.directory.softDeleteUser(person(4));
    bench.simulator.faults.add({ kind: 'spoil', property: 'city', value: 7, id: person(3) });
    const run = await bench.sync(selection, { mode: 'full', approvedDepartures: 0 });
    expect(run.counts).toMatchObject({ hold: 0, disable: 4 });
    expect(run.warnings.map(({ code }) => code)).toEqual(['element-unreadable']);
  });

  test('when more leave than the limit, all of them are held, whatever explains them', async () => {
    ways.empty();
    bench.simulator.directory.removeMember(other, person(5));
    const settings = { ...defaultSyncSettings, guard: { count: 2, percent: 0 } };
    const { counts } = await bench.sync(selection, { approvedDepartures: 0, settings });
    expect(counts).toMatchObject({ hold: 5, disable: 0 });
  });
});
