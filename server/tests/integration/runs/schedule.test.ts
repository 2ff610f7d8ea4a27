import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { tenantJitter } from '../../../src/domain/schedule/tenantJitter.ts';
import type { SyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import { lastNight, nextCheck } from '../../../src/sync/schedule/dueTimes.ts';
import { openScheduleBench, type Replica, type ScheduleBench } from '../../support/sync/scheduleBench.ts';
import { everyoneUnfiltered, nobody, picked } from '../../support/people/selections.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('a tenant that is left alone', () => {
  let bench: ScheduleBench;
  let replica: Replica;
  let personId: string;
  beforeEach(async () => {
    bench = await openScheduleBench();
    bench.simulator.clock.set('2026-03-10T12:00:00Z');
    replica = await bench.openReplica();
    personId = bench.simulator.directory.users.order[3]!;
    expect(await replica.sync(everyoneUnfiltered)).toMatchObject({ status: 'succeeded' });
  });
  afterEach(() => bench.close());

  const now = () => new Date(bench.simulator.clock.now());
  const promote = (jobTitle: string) => bench.simulator.directory.updateUser(personId, { jobTitle });
  const jobTitle = async () => (await replica.repositories.teammates.get(bench.tenantId, personId))?.profile.jobTitle;
  const state = async () => (await replica.repositories.syncStates.get(bench.tenantId)).value;
  const passTurn = () => bench.simulator.clock.set(nextCheck(bench.tenantId, 15, now()).getTime() + 15 * minute);
  const passNight = () =>
    bench.simulator.clock.set(lastNight(bench.tenantId, new Date(now().getTime() + day)).getTime() + 1000);
  const change = async (settings: Partial<SyncSettings>) => {
    const { value, revision } = await replica.repositories.settings.get(bench.tenantId);
    await replica.repositories.settings.save(bench.tenantId, { ...value, ...settings }, revision);
  };

  test('is synced when its turn comes, and not before', async () => {
    bench.simulator.clock.hold();
    promote('Captain');
    const turn = nextCheck(bench.tenantId, 15, now()).getTime();
    bench.simulator.clock.set(Math.max(turn - 2000, bench.simulator.clock.now()));
    await replica.look();
    expect(await bench.runs()).toHaveLength(1);
    passTurn();
    await replica.look();
    expect(await jobTitle()).toBe('Captain');
    const [run] = await bench.runs();
    expect(run).toMatchObject({ trigger: 'schedule', mode: 'refresh', startedBy: null, counts: { update: 1 } });
  });

  test('is synced when all that changed cannot be read, because the group it is about can', async () => {
    const { directory, faults } = bench.simulator;
    const { id: group } = directory.addGroup({ displayName: 'Harbour' });
    directory.addMember(group, directory.users.order[4]!);
    await replica.sync({ ...nobody, groups: [picked(group)] });
    directory.addMember(group, personId);
    const value = [{ '@odata.type': '#microsoft.graph.user' }];
    faults.add({ kind: 'spoil', property: 'members@delta', id: group, value, path: '/v1.0/groups/delta*' });
    passTurn();
    await replica.look();
    const [run] = await bench.runs();
    expect(run).toMatchObject({ trigger: 'schedule', mode: 'refresh' });
    const joined = await replica.repositories.teammates.get(bench.tenantId, personId);
    expect(joined?.scope).toMatchObject({ inScope: true, reasons: [{ kind: 'group' }] });
    passTurn();
    await replica.look();
    expect((await bench.runs())[0]!.id).toBe(run!.id);
  });

  test('gets no run when nothing changed, and one small document is written per turn', async () => {
    bench.simulator.clock.hold();
    for (let turn = 1; turn <= 3; turn += 1) {
      passTurn();
      replica.written.length = 0;
      await replica.look();
      await replica.look();
      expect(replica.written).toEqual(['syncStates']);
      expect((await state()).lastCheckedAt!.slice(0, 16)).toBe(now().toISOString().slice(0, 16));
    }
    expect(await bench.runs()).toHaveLength(1);
  });

  test('rests while paused, and finds what changed meanwhile when that ends', async () => {
    await change({ isPaused: true });
    promote('Captain');
    passTurn();
    replica.written.length = 0;
    await replica.look();
    expect(replica.written).toEqual([]);
    await change({ isPaused: false });
    await replica.look();
    expect(await jobTitle()).toBe('Captain');
  });

  test('is caught up with soon after a downtime, though not in the same moment as everybody else', async () => {
    bench.simulator.clock.hold();
    bench.simulator.clock.advance(8 * 60 * minute);
    promote('Captain');
    const restarted = await bench.openReplica();
    const spread = tenantJitter(bench.tenantId, 2 * minute);
    expect(spread).toBeGreaterThan(2000);
    await restarted.look();
    expect(await bench.runs()).toHaveLength(1);
    bench.simulator.clock.advance(spread);
    await restarted.look();
    expect(await jobTitle()).toBe('Captain');
  });

  test('comes to its turn within its minutes, and to its night, after a clock that was a year ahead for one was set right', async () => {
    bench.simulator.clock.hold();
    const right = bench.simulator.clock.now();
    bench.simulator.clock.set(right + 365 * day);
    const started = await bench.openReplica();
    await replica.look();
    const [ahead] = await bench.runs();
    expect(ahead).toMatchObject({ mode: 'full', status: 'succeeded', startedAt: now().toISOString() });

    promote('Captain');
    bench.simulator.clock.set(right + 15 * minute);
    await started.look();
    expect([await jobTitle(), (await state()).lastCheckedAt]).toEqual(['Captain', now().toISOString()]);
    // What was read of everybody was read at no time that is known.
    await started.look();
    const nightly = (await bench.runs()).filter(({ trigger }) => trigger === 'nightly');
    expect(nightly.map(({ startedAt }) => startedAt)).toEqual([now().toISOString()]);
    promote('Major');
    bench.simulator.clock.set(nextCheck(bench.tenantId, 15, now()).getTime() - 1000);
    await started.look();
    expect(await jobTitle()).toBe('Captain');
    passTurn();
    await started.look();
    expect(await jobTitle()).toBe('Major');
  });

  test('is synced once by two servers on one database', async () => {
    const other = await bench.openReplica();
    promote('Captain');
    passTurn();
    await Promise.all([replica.look(), other.look()]);
    await Promise.all([other.look(), replica.look()]);
    expect((await bench.runs()).map((run) => run.trigger)).toEqual(['schedule', 'admin']);
    expect(await jobTitle()).toBe('Captain');
  });

  test('has what no refresh could see repaired at night, and the run says how much that was', async () => {
    promote('Captain');
    await loseChanges();
    passTurn();
    await replica.look();
    expect(await bench.runs()).toHaveLength(1);
    passNight();
    await replica.look();
    const [night, ...others] = await bench.runs();
    expect(others).toHaveLength(1);
    expect(night).toMatchObject({ trigger: 'nightly', mode: 'full', counts: { update: 1, add: 0, disable: 0 } });
    expect(await jobTitle()).toBe('Captain');
    passTurn();
    await replica.look();
    expect(await bench.runs()).toHaveLength(2);
  });

  test('has its news of the evening synced first, so that the night counts drift alone', async () => {
    promote('Captain');
    passNight();
    await replica.look();
    await replica.look();
    expect(await bench.runs()).toHaveLength(2);
    bench.simulator.clock.advance(11 * minute);
    await replica.look();
    const [night, evening] = await bench.runs();
    expect(evening).toMatchObject({ trigger: 'schedule', mode: 'refresh', counts: { update: 1 } });
    expect(night).toMatchObject({ trigger: 'nightly', mode: 'full', counts: { update: 0, add: 0, disable: 0 } });
    await replica.look();
    expect(await bench.runs()).toHaveLength(3);
  });

  test('is not read anew before its last news is ten minutes old, because lists may be behind it, but within an hour', async () => {
    bench.simulator.clock.hold();
    const nights = async () => (await bench.runs()).filter(({ trigger }) => trigger === 'nightly');
    passNight();
    let waited = 0;
    for (; waited <= 61; waited += 5) {
      promote(`Captain ${String(waited)}`);
      // The first look syncs the news, and the second one finds none.
      await replica.look();
      await replica.look();
      if ((await nights()).length > 0) break;
      bench.simulator.clock.advance(5 * minute);
    }
    expect(waited).toBe(60);
    expect(await nights()).toMatchObject([{ counts: { update: 0 } }]);
  });

  test('has a tampered snapshot replaced at night', async () => {
    const { snapshotId } = (await replica.repositories.checkpoints.get(bench.tenantId))!;
    await replica.repositories.snapshots.removePeople(bench.tenantId, snapshotId, [personId]);
    passNight();
    await replica.look();
    const { snapshotId: renewed } = (await replica.repositories.checkpoints.get(bench.tenantId))!;
    expect(renewed).not.toBe(snapshotId);
    expect(await replica.repositories.snapshots.getPeople(bench.tenantId, renewed, [personId])).toHaveLength(1);
  });

  test('is left in peace for the night when an admin cancels the reconcile, and not when it failed', async () => {
    const { runs } = replica.repositories;
    passNight();
    await replica.look();
    const checkpoint = (await replica.repositories.checkpoints.get(bench.tenantId))!;
    await replica.repositories.checkpoints.save(bench.tenantId, { ...checkpoint, fullAt: '2026-03-10T12:00:00.000Z' });
    const [night] = await bench.runs();
    const endAs = async (status: 'cancelled' | 'failed') => {
      const { revision } = (await runs.get(bench.tenantId, night!.id))!;
      await runs.save(bench.tenantId, { ...night!, status }, revision);
    };
    await endAs('cancelled');
    for (const pass of [() => undefined, passTurn, passTurn]) {
      pass();
      await replica.look();
    }
    expect(await bench.runs()).toHaveLength(2);
    await endAs('failed');
    for (const pass of [passTurn, passTurn]) {
      pass();
      await replica.look();
    }
    expect((await bench.runs()).map((run) => run.trigger)).toEqual(['nightly', 'schedule', 'nightly', 'admin']);
  });

  test('is read anew when another selection was saved, or Graph forgot the links', async () => {
    await replica.repositories.selections.save(bench.tenantId, { ...nobody, people: [picked(personId)] }, 1);
    passTurn();
    await replica.look();
    expect((await bench.runs())[0]).toMatchObject({ trigger: 'schedule', mode: 'full', counts: { inScope: 1 } });
    bench.simulator.forgetDeltaTokens();
    passTurn();
    await replica.look();
    expect((await bench.runs())[0]).toMatchObject({ trigger: 'schedule', mode: 'full', status: 'succeeded' });
    expect(await bench.runs()).toHaveLength(3);
  });

  test('loses people whose removal is due although nothing changes', async () => {
    await change({ autoRemove: true, removeAfterDays: 1 });
    bench.simulator.directory.softDeleteUser(personId);
    passTurn();
    await replica.look();
    expect((await bench.runs())[0]).toMatchObject({ counts: { disable: 1 } });
    bench.simulator.clock.advance(day + minute);
    await replica.look();
    await replica.look();
    const removing = (await bench.runs()).find((run) => run.counts.remove === 1);
    expect(removing).toMatchObject({ trigger: 'schedule' });
  });

  test('is not asked again while Entra refuses us, shows why, and goes on when consent is back', async () => {
    const { clientId } = bench.simulator.tenant;
    bench.simulator.consent.revoke(clientId);
    bench.simulator.clock.advance(2 * 60 * minute);
    promote('Captain');
    await replica.look();
    expect((await state()).lastFailure).toMatchObject({ code: expect.stringMatching(/consent|permission/) });
    expect((await replica.repositories.connections.get(bench.tenantId))?.value.state).toBe('revoked');
    passTurn();
    await replica.look();
    expect((await state()).lastFailure).not.toBeNull();
    expect(await bench.runs()).toHaveLength(1);

    bench.simulator.consent.grant(clientId, ['User.Read.All', 'GroupMember.Read.All']);
    passTurn();
    await replica.look();
    expect(await jobTitle()).toBe('Captain');
    expect((await state()).lastFailure).toBeNull();
  });

  test('is asked again at its next turn when the directory was away', async () => {
    const fault = bench.simulator.faults.add({ path: '/v1.0/users/delta*', kind: 'status', status: 503 });
    promote('Captain');
    passTurn();
    await replica.look();
    expect((await state()).lastFailure).toMatchObject({ code: 'directory-unavailable' });
    bench.simulator.faults.remove(fault);
    await replica.look();
    expect(await bench.runs()).toHaveLength(1);
    passTurn();
    await replica.look();
    expect(await jobTitle()).toBe('Captain');
    expect((await state()).lastFailure).toBeNull();
  });

  /** As if Graph had never told of what happened so far. */
  const loseChanges = async () => {
    const { snapshots, checkpoints } = replica.repositories;
    const { snapshotId } = (await checkpoints.get(bench.tenantId))!;
    const head = (await snapshots.getHead(bench.tenantId, snapshotId))!;
    const { changeLinks } = head;
    const passed: Record<string, string> = {};
    for (const [feed, link] of Object.entries(changeLinks))
      passed[feed] = await bench.followToEnd(feed as 'users', link);
    await snapshots.saveHead(bench.tenantId, { ...head, changeLinks: passed });
  };
});
