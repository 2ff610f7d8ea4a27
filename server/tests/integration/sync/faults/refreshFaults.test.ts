import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../../../simulator/faults/faults.ts';
import { StorageError } from '../../../../src/domain/errors.ts';
import type { Repositories } from '../../../../src/ports/repositories.ts';
import { groupIds, userIds } from '../../../support/people/directoryArbitraries.ts';
import { expectedTeammates } from '../../../support/people/expectedTeammates.ts';
import { numberedPeople } from '../../../support/people/numberedPeople.ts';
import { sampleSelection } from '../../../support/people/samplePeople.ts';
import { failUnfinished } from '../../../support/sync/failUnfinished.ts';
import { activeTeammates } from '../../../support/sync/activeTeammates.ts';
import { passingFaults } from '../../../support/sync/passingFaults.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../../support/sync/syncBench.ts';

const [outer = '', inner = ''] = groupIds;
const person = (at: number): string => userIds[at] ?? '';

const company = directoryOf({
  users: numberedPeople({ jobTitle: 'Engineer' }),
  groups: [
    { id: outer, displayName: 'Outer', memberIds: [inner, ...userIds.slice(0, 6)] },
    { id: inner, displayName: 'Inner', groupTypes: ['Unified'], memberIds: userIds.slice(6, 9) },
  ],
});
const selection = sampleSelection({ groups: [{ id: outer, displayName: 'Outer' }] });

describe('a refresh that is disturbed', () => {
  let bench: SyncBench;
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 2 });
  });
  beforeEach(async () => {
    await bench.begin(company);
    Object.assign(bench.simulator.behaviour, { deltaPageSize: 2, deltaMembersPerPage: 1 });
    await bench.sync(selection);
  });
  afterAll(() => bench.close());

  /** Somebody joins, somebody leaves, somebody changes jobs, and a stranger joins the nested group. */
  const change = (): void => {
    const { directory } = bench.simulator;
    directory.addMember(outer, person(10));
    directory.removeMember(outer, person(0));
    directory.addMember(inner, person(11));
    for (const at of [1, 2, 3, 7]) directory.updateUser(person(at), { jobTitle: 'Lead' });
  };
  const active = () => activeTeammates(bench);
  const refresh = (options: Parameters<SyncBench['sync']>[1] = {}) =>
    bench.sync(selection, { mode: 'refresh', ...options });
  const keptHead = async () => {
    const checkpoint = await bench.repositories.checkpoints.get(bench.tenantId);
    return (await bench.repositories.snapshots.getHead(bench.tenantId, checkpoint?.snapshotId ?? ''))!;
  };
  /** Path and query of the link that the changes of people, or of groups, are kept under. */
  const keptLink = async (feed: 'users' | 'groups' = 'users'): Promise<string> => {
    const { pathname, search } = new URL((await keptHead()).changeLinks[feed] ?? '');
    return pathname + search;
  };
  const expectExactly = async (): Promise<void> => {
    expect(await active()).toEqual(expectedTeammates(bench.simulator.directory, selection));
  };

  test.each<readonly [string, Fault]>([
    ...passingFaults,
    ['a token that expires on the way', { kind: 'tokenExpired' }],
  ])('%s, now and then: ends as if nothing had been', async (_name, fault) => {
    change();
    for (const after of [0, 2, 4]) bench.simulator.faults.add({ ...fault, path: '/v1.0/*delta*', times: 1, after });
    expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'refresh' });
    expect(bench.simulator.faults.list().filter(({ struck }) => struck > 0).length).toBeGreaterThan(1);
    await expectExactly();
  });

  test('410 for the links becomes a full comparison in the same run, without a gap', async () => {
    change();
    bench.simulator.forgetDeltaTokens();
    expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'full' });
    await expectExactly();
  });

  test.each<[string, Fault]>([
    ['404', { kind: 'status', status: 404, code: 'UnknownError' }],
    ['400 with a code nobody knows', { kind: 'status', status: 400, code: 'Directory_SomethingNew' }],
    ['410', { kind: 'gone' }],
    ['an answer that is no page, again and again', { kind: 'noPage' }],
    ['no answer, while Graph answers everything else', { kind: 'status', status: 500 }],
    ['a page whose link leads to another host', { kind: 'foreignLink', host: 'localhost:9' }],
  ])('%s for a kept link becomes a full comparison in the same run, without an admin', async (_name, fault) => {
    change();
    bench.simulator.faults.add({ ...fault, path: await keptLink() });
    expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'full' });
    await expectExactly();
    expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'refresh' });
  });

  test.each<['users' | 'groups', string, Fault]>([
    ['users', 'links to itself', { kind: 'circle' }],
    ['groups', 'links to itself', { kind: 'circle' }],
    ['users', 'comes again under new links', { kind: 'circle', newLinks: true }],
    ['groups', 'comes again under new links', { kind: 'circle', newLinks: true }],
  ])('a page of changes of %s that %s, without end, becomes a full comparison too', async (feed, _how, fault) => {
    change();
    bench.simulator.faults.add({ ...fault, path: await keptLink(feed) });
    expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'full' });
    await expectExactly();
  });

  test('a list of somebody’s groups that goes in circles fails no refresh', async () => {
    bench.simulator.directory.addUser({ userPrincipalName: 'new@one.example' });
    bench.simulator.faults.add({ kind: 'circle', path: '/v1.0/users/*/memberOf*' });
    expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'refresh' });
    expect(bench.simulator.faults.list()).toMatchObject([{ struck: 2 }]);
    await expectExactly();
  });

  test('a link to another host that an older version kept is not followed, and mended by a full comparison', async () => {
    change();
    const head = await keptHead();
    const changeLinks = { ...head.changeLinks, users: 'http://localhost:9/v1.0/users/delta?$deltatoken=x' };
    await bench.repositories.snapshots.saveHead(bench.tenantId, { ...head, changeLinks });
    expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'full' });
    await expectExactly();
  });

  test('an answer that is no page once is asked for again', async () => {
    change();
    bench.simulator.faults.add({ kind: 'noPage', path: await keptLink(), times: 1 });
    expect(await refresh()).toMatchObject({ status: 'succeeded', mode: 'refresh' });
    await expectExactly();
  });

  test.each<[string, Fault, string]>([
    ['Graph limiting us without end', { kind: 'status', status: 429, retryAfter: 1 }, 'directory-throttled'],
    ['Graph limiting our bytes without end', { kind: 'status', status: 509, retryAfter: 1 }, 'directory-throttled'],
    ['no network', { kind: 'reset' }, 'directory-unavailable'],
    ['permissions taken back', { kind: 'forbidden' }, 'permission-missing'],
    ['a link to another host', { kind: 'foreignLink', host: 'localhost:9' }, 'directory-link-foreign'],
  ])('%s: it fails and says so, nobody is touched, and the next one catches up', async (_name, fault, code) => {
    const before = await active();
    change();
    bench.simulator.faults.add({ ...fault, path: '/v1.0/*delta*' });
    await expect(refresh()).rejects.toMatchObject({ code });
    expect(await active()).toEqual(before);
    bench.simulator.faults.clear();
    await failUnfinished(bench);
    await refresh();
    await expectExactly();
  });

  test('who comes out of the recycle bin is kept out by an excluded group that no change tells of', async () => {
    const allButInner = sampleSelection({ everyone: true, excludedGroups: [{ id: inner, displayName: 'Inner' }] });
    bench.simulator.directory.softDeleteUser(person(6));
    await bench.sync(allButInner);
    bench.simulator.directory.restoreUser(person(6));
    expect(await bench.sync(allButInner, { mode: 'refresh' })).toMatchObject({ mode: 'refresh', status: 'succeeded' });
    expect(await active()).toEqual(expectedTeammates(bench.simulator.directory, allButInner));
  });

  test.each([
    ['picked', selection],
    ['excluded', sampleSelection({ everyone: true, excludedGroups: [{ id: outer, displayName: 'Outer' }] })],
  ])(
    'a nested group out of the recycle bin is in its %s group again, although only it is told of',
    async (_as, picks) => {
      const followed = (mode: 'full' | 'refresh') => bench.sync(picks, { mode, approvedDepartures: 10 });
      await followed('full');
      bench.simulator.directory.deleteGroup(inner);
      // Everybody is read while the group is away, so nothing is known of it any more.
      await followed('full');
      expect(await active()).toEqual(expectedTeammates(bench.simulator.directory, picks));
      bench.simulator.directory.restoreGroup(inner);
      expect(await followed('refresh')).toMatchObject({ mode: 'refresh', status: 'succeeded' });
      expect(await active()).toEqual(expectedTeammates(bench.simulator.directory, picks));
    },
  );

  test.each([
    ['picked', selection],
    ['excluded', sampleSelection({ everyone: true, excludedGroups: [{ id: outer, displayName: 'Outer' }] })],
  ])(
    'a nested group that is back keeps its members in its %s group, although its removal is told after its return',
    async (_as, picks) => {
      await bench.sync(picks);
      const before = await active();
      const { directory, behaviour } = bench.simulator;
      Object.assign(behaviour, { replays: groupIds.length, replaysRemovals: true });
      directory.deleteGroup(inner);
      directory.restoreGroup(inner);
      const run = await bench.sync(picks, { mode: 'refresh', approvedDepartures: 0 });
      expect(run).toMatchObject({ mode: 'refresh', warnings: [], counts: { disable: 0, hold: 0, add: 0 } });
      expect(await active()).toEqual(before);
    },
  );

  test.each([
    ['one it knows is asked about', 'inner', 1],
    ['one it does not know is not', 'stranger', 0],
  ] as const)('of groups told as removed, %s', async (_name, which, asked) => {
    const { directory } = bench.simulator;
    const stranger = directory.addGroup({ displayName: 'Stranger', groupTypes: ['Unified'] });
    await refresh();
    directory.deleteGroup(which === 'inner' ? inner : stranger.id);
    const calls: string[] = [];
    await refresh({ onCall: (call) => calls.push(call) });
    expect(calls.filter((call) => call === 'resolveNames')).toHaveLength(asked);
    await expectExactly();
  });

  test('a clock that was set back changes nothing about who is here', async () => {
    change();
    bench.simulator.clock.advance(-3 * 60 * 60_000);
    await refresh();
    await expectExactly();
  });

  test('a disk that is full stops the run; when there is room again it goes on and ends whole', async () => {
    change();
    await expect(refresh({ repositories: fullAfter(bench.repositories, 6) })).rejects.toMatchObject({
      code: 'storage-full',
    });
    const run = await bench.repositories.runs.active(bench.tenantId, 'sync');
    expect(await refresh({ resume: run?.id ?? '' })).toMatchObject({ status: 'succeeded' });
    await expectExactly();
  });
});

/** The same store on a disk that has room for so many writes. */
const fullAfter = (repositories: Repositories, room: number): Repositories => {
  let left = room;
  const guarded = <T extends object>(repository: T): T =>
    new Proxy(repository, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...parameters: unknown[]) => unknown;
        if (!/^(save|add|mark|clear|remove)/.test(String(name))) return member;
        return (...parameters: unknown[]) => {
          left -= 1;
          if (left < 0)
            return Promise.reject(new StorageError('storage-full', 'The disk is full. Make room and try again.'));
          return member(...parameters);
        };
      },
    });
  return Object.fromEntries(
    Object.entries(repositories).map(([name, repository]) => [name, guarded(repository as object)]),
  ) as unknown as Repositories;
};
