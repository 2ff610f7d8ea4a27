import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Selection } from '../../../../src/domain/scope/selection.ts';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [group = '', outer = ''] = groupIds;
const person = (at: number): string => userIds[at] ?? '';
const company = directoryOf({
  users: numberedPeople({ jobTitle: 'Engineer' }),
  groups: [
    { id: group, displayName: 'Group', memberIds: userIds.slice(0, 6) },
    { id: outer, displayName: 'Outer', memberIds: [group] },
  ],
});
const byGroup = sampleSelection({ groups: [{ id: group, displayName: 'Group' }] });
const everyone = sampleSelection({ everyone: true });

const selections = { group: byGroup, everyone };

describe('one person whom Microsoft describes in a way that cannot be read', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 4 });
  });
  beforeEach(() => bench.begin(company));
  afterAll(() => bench.close());

  const active = () => activeTeammates(bench);
  const expectExactly = async (selection: Selection) => {
    expect(await active()).toEqual(expectedTeammates(bench.simulator.directory, selection));
  };
  const spoil = (property: string, value?: unknown) => {
    bench.simulator.faults.add({ kind: 'spoil', property, value, id: person(1) });
  };

  test.each([
    ['group', 'jobTitle', 7],
    ['group', 'businessPhones', 'none'],
    ['everyone', 'displayName', { text: 'x' }],
    ['group', 'userPrincipalName', null],
    ['everyone', 'userPrincipalName', null],
    ['everyone', 'userPrincipalName', undefined],
    ['everyone', 'userPrincipalName', ''],
  ] as const)(
    'at import, picked by %s, is skipped for their %s and named, and everybody else comes',
    async (pick, property, value) => {
      const selection = selections[pick];
      spoil(property, value);
      const run = await bench.sync(selection);
      expect(run.warnings).toEqual([expect.objectContaining({ code: 'element-unreadable', id: person(1), property })]);
      const wanted = new Map(expectedTeammates(bench.simulator.directory, selection));
      wanted.delete(person(1));
      expect(await active()).toEqual(wanted);
      bench.simulator.faults.clear();
      expect((await bench.sync(selection)).warnings).toEqual([]);
      await expectExactly(selection);
    },
  );

  test.each([
    ['by group', byGroup, 'full'],
    ['everyone', everyone, 'full'],
    ['by group', byGroup, 'refresh'],
    ['everyone', everyone, 'refresh'],
  ] as const)('who is here already, %s, stays as last known through a %s', async (_name, selection, mode) => {
    await bench.sync(selection);
    const before = await active();
    bench.simulator.directory.updateUser(person(1), { jobTitle: 'Lead' });
    bench.simulator.directory.updateUser(person(2), { jobTitle: 'Lead' });
    spoil('city', 7);
    const run = await bench.sync(selection, { mode, approvedDepartures: 0 });
    expect(run).toMatchObject({ mode, counts: { disable: 0, hold: 0, update: 1 } });
    expect(run.warnings).toEqual([expect.objectContaining({ id: person(1), property: 'city' })]);
    expect((await active()).get(person(1))).toEqual(before.get(person(1)));
    bench.simulator.faults.clear();
    await bench.sync(selection);
    await expectExactly(selection);
  });

  test.each(['refresh', 'full'] as const)(
    'a sign-in name that is cleared is none: who is here already stays as last known through a %s',
    async (mode) => {
      await bench.sync(everyone);
      const before = await active();
      bench.simulator.directory.updateUser(person(1), { jobTitle: 'Lead' });
      spoil('userPrincipalName', null);
      const run = await bench.sync(everyone, { mode, approvedDepartures: 0 });
      expect(run).toMatchObject({ mode, counts: { disable: 0, hold: 0, update: 0 } });
      expect(run.warnings).toEqual([expect.objectContaining({ id: person(1), property: 'userPrincipalName' })]);
      expect(await active()).toEqual(before);
    },
  );

  test.each([
    ['by group', byGroup],
    ['everyone', everyone],
  ] as const)('who has not even an id in the listing, %s, does not leave by that', async (_name, selection) => {
    await bench.sync(selection);
    spoil('id');
    const run = await bench.sync(selection, { approvedDepartures: 0 });
    expect(run.warnings.map(({ code }) => code)).toContain('element-unreadable');
    expect(run.counts).toMatchObject({ disable: 0 });
    await expectExactly(selection);
    bench.simulator.faults.clear();
    expect((await bench.sync(selection, { approvedDepartures: 0 })).counts).toMatchObject({ disable: 0, hold: 0 });
    await expectExactly(selection);
  });

  test.each([
    ['by group', byGroup],
    ['everyone', everyone],
  ] as const)(
    'who was skipped and is deleted afterwards, %s, leaves with the next refresh',
    async (_name, selection) => {
      await bench.sync(selection);
      spoil('city', 7);
      await bench.sync(selection, { mode: 'full' });
      expect((await active()).has(person(1))).toBe(true);
      bench.simulator.faults.clear();
      bench.simulator.directory.softDeleteUser(person(1));
      expect(await bench.sync(selection, { mode: 'refresh' })).toMatchObject({ mode: 'refresh', warnings: [] });
      await expectExactly(selection);
    },
  );

  test.each([
    ['a person in it', group, person(1)],
    ['a group in it', outer, group],
  ])('nobody comes in from an excluded group because %s has not even an id', async (_what, listing, id) => {
    const without = sampleSelection({ everyone: true, excludedGroups: [{ id: outer, displayName: 'Outer' }] });
    await bench.sync(without);
    bench.simulator.faults.add({ kind: 'spoil', property: 'id', id, path: `/v1.0/groups/${listing}/members*` });
    bench.simulator.directory.updateUser(person(2), { jobTitle: 'Lead' });
    const run = await bench.sync(without);
    expect(run.warnings.map(({ code }) => code)).toContain('element-unreadable');
    await expectExactly(without);
    bench.simulator.faults.clear();
    bench.simulator.directory.removeMember(group, person(1));
    await bench.sync(without);
    await expectExactly(without);
  });

  test('a change of members without an id has that group listed again', async () => {
    await bench.sync(byGroup);
    const { directory, faults } = bench.simulator;
    directory.addMember(group, person(8));
    directory.removeMember(group, person(2));
    const value = [
      { '@odata.type': '#microsoft.graph.user' },
      { '@odata.type': '#microsoft.graph.user', id: person(8) },
    ];
    faults.add({ kind: 'spoil', property: 'members@delta', id: group, value, path: '/v1.0/groups/delta*' });
    const listed = faults.add({ kind: 'slow', milliseconds: 0, path: `/v1.0/groups/${group}/members*` });
    expect((await bench.sync(byGroup, { mode: 'refresh' })).mode).toBe('refresh');
    expect(faults.list().find(({ id }) => id === listed)?.struck).toBeGreaterThan(0);
    await expectExactly(byGroup);
  });

  test('a page that is no page fails the run with a code, and nobody is touched', async () => {
    await bench.sync(byGroup);
    bench.simulator.faults.add({ kind: 'noPage', path: '/v1.0/*members*' });
    await expect(bench.sync(byGroup)).rejects.toMatchObject({ code: 'directory-unavailable' });
    await expectExactly(byGroup);
  });
});
