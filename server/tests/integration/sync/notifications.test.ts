import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Run, RunPage, SyncStatus } from '../../../src/contract/sync/sync.ts';
import type { Teammate } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { allPermissions, startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('what Graph tells us', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeEach(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await sync();
    await lookAfter(3 * minute);
  });
  afterEach(() => undersign.close());

  const person = () => undersign.simulator.tenant.accounts.teammate.id;
  const live = () => undersign.simulator.notifications.subscriptions.live();
  const promote = (jobTitle: string) => undersign.simulator.directory.updateUser(person(), { jobTitle });
  const jobTitle = async () =>
    (await api.get<Teammate>(`/api/teammates/${person()}`)).fields.find(({ key }) => key === 'jobTitle')?.value;
  const status = () => api.get<SyncStatus>('/api/sync/status');
  const runs = async () => (await api.get<RunPage>('/api/sync/runs')).items;
  const counts = async () => {
    await undersign.inbox.settled();
    return undersign.inbox.counts();
  };
  const sync = async () => {
    const selection = { ...nobody, people: [picked(person())] };
    await pickAndSync(api, selection);
  };
  const lookAfter = async (milliseconds: number) => {
    undersign.simulator.clock.advance(milliseconds);
    api = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
    await undersign.unattended.look();
    await undersign.unattended.settled();
    await idle();
  };
  const idle = () => eventually('no run is under way', async () => (await status()).activeRunId === null || undefined);
  /** Everything due is delivered, and what that sets off has ended. */
  const delivered = async () => {
    await undersign.simulator.notifications.deliver();
    await undersign.inbox.settled();
    await undersign.unattended.settled();
    await idle();
  };
  const tellTo = (url: string, body: string) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const tell = (body: string, path = '/api/notifications') => tellTo(`${undersign.url}${path}`, body);
  const notification = (changes: Record<string, unknown> = {}) => ({
    id: crypto.randomUUID(),
    subscriptionId: live()[0]!.id,
    tenantId: undersign.simulator.tenant.id,
    clientState: live()[0]!.clientState,
    changeType: 'updated',
    resource: `Users/${person()}`,
    ...changes,
  });

  test('a change is in the signature without any turn of the schedule', async () => {
    expect(await status()).toMatchObject({ notifications: 'on', isActive: true, activeRunId: null, lastFailure: null });
    const before = (await runs()).length;
    promote('Captain');
    await delivered();
    expect(await jobTitle()).toBe('Captain');
    const [run, ...others] = await runs();
    expect(run).toMatchObject({ trigger: 'notification', mode: 'refresh', startedBy: null, counts: { update: 1 } });
    expect(others).toHaveLength(before);
  });

  test('told to several replicas at once, it is one refresh', async () => {
    const other = await undersign.replica(
      (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).accessToken,
    );
    const before = (await runs()).length;
    promote('Captain');
    const body = JSON.stringify({ value: [notification()] });
    const answers = await Promise.all(
      [undersign, other, undersign, other].map((server) => tellTo(`${server.url}/api/notifications`, body)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202]);
    for (const { inbox, unattended } of [undersign, other]) {
      await inbox.settled();
      await unattended.settled();
    }
    await idle();
    expect(await jobTitle()).toBe('Captain');
    expect(await runs()).toHaveLength(before + 1);
  });

  test('an address is proven by giving the text back, as text that no browser takes for a page', async () => {
    const token = '<script>alert("1")</script> &+%>';
    for (const path of ['/api/notifications', '/api/notifications/lifecycle']) {
      const url = `${undersign.url}${path}?validationToken=${encodeURIComponent(token)}`;
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '' });
      expect([response.status, await response.text()]).toEqual([200, token]);
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const endless = `/api/notifications?validationToken=${'x'.repeat(2049)}`;
    expect((await tell('', endless)).status).toBe(400);
    expect((await tell('', '/api/notifications?validationToken=a&validationToken=b')).status).toBe(400);
  });

  test('what does not prove to come from Graph is answered alike and wakes nobody', async () => {
    promote('Captain');
    undersign.simulator.notifications.knobs.hold = true;
    const forgeries = [
      notification({ clientState: 'guessed' }),
      notification({ clientState: '' }),
      notification({ clientState: 'x'.repeat(64) }),
      notification({ clientState: 'x'.repeat(256) }),
      notification({ clientState: null }),
      notification({ subscriptionId: crypto.randomUUID() }),
      notification({ subscriptionId: '../../runs' }),
      notification({ tenantId: crypto.randomUUID() }),
      notification({ tenantId: undefined }),
      'text',
      null,
    ];
    const before = await counts();
    const bodies = [
      ...forgeries.map((forged) => JSON.stringify({ value: [forged] })),
      '{}',
      '{"value":"text"}',
      '{"value":{}}',
    ];
    for (const body of bodies) {
      for (const path of ['/api/notifications', '/api/notifications/lifecycle']) {
        const response = await tell(body, path);
        expect([response.status, await response.text()]).toEqual([202, '']);
      }
    }
    const after = await counts();
    expect(after).toEqual({ accepted: before.accepted, ignored: before.ignored + 2 * bodies.length });
    await undersign.unattended.settled();
    expect((await runs())[0]!.trigger).toBe('admin');
    expect((await tell('{"value":[')).status).toBe(400);
    expect((await tell(JSON.stringify({ value: ['x'.repeat(600_000)] }))).status).toBe(413);
  });

  test('a copy of a true notification is ignored', async () => {
    const body = JSON.stringify({ value: [notification()] });
    const { accepted, ignored } = await counts();
    for (let copy = 0; copy < 3; copy += 1) expect((await tell(body)).status).toBe(202);
    expect(await counts()).toEqual({ accepted: accepted + 1, ignored: ignored + 2 });
  });

  test('ten thousand at once are one refresh', async () => {
    promote('Captain');
    undersign.simulator.notifications.knobs.hold = true;
    const { accepted } = await counts();
    const body = () => JSON.stringify({ value: Array.from({ length: 500 }, () => notification()) });
    const answers = await Promise.all(Array.from({ length: 20 }, () => tell(body())));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]));
    expect((await counts()).accepted).toBe(accepted + 10_000);
    await undersign.unattended.settled();
    await idle();
    expect((await runs()).filter((run) => run.trigger === 'notification')).toHaveLength(1);
    expect(await jobTitle()).toBe('Captain');
  });

  test('a change that comes during a run is found after it', async () => {
    promote('Captain');
    const held = undersign.simulator.faults.add({ path: '/v1.0/users*', kind: 'hold' });
    const run = await api.post<Run>('/api/sync/runs');
    promote('Major');
    await undersign.simulator.notifications.deliver();
    undersign.simulator.faults.remove(held);
    await api.finished(run);
    await delivered();
    expect(await jobTitle()).toBe('Major');
  });

  test('groups are told of only where that is granted', async () => {
    const { clientId } = undersign.simulator.tenant;
    expect(live().map(({ resource }) => resource)).toEqual(['/users']);
    undersign.simulator.consent.grant(clientId, [...allPermissions, 'Group.Read.All']);
    await api.post('/api/connection/check');
    await lookAfter(minute);
    expect(live().map(({ resource }) => resource)).toEqual(['/users', '/groups']);
    expect(live().every(({ clientState }) => (clientState ?? '').length === 64)).toBe(true);
  });

  test('a subscription is renewed every day, made again when Graph lost it, and what was missed is found', async () => {
    const [first] = live();
    await lookAfter(25 * 60 * minute);
    expect(live().map(({ id }) => id)).toEqual([first!.id]);
    expect(live()[0]!.expires - undersign.simulator.clock.now()).toBeGreaterThan(2.9 * day);

    undersign.simulator.notifications.subscriptions.remove(first!.id);
    promote('Captain');
    await lookAfter(25 * 60 * minute);
    expect(live()).toHaveLength(1);
    expect(live()[0]!.id).not.toBe(first!.id);
    expect(await jobTitle()).toBe('Captain');
  });

  test('when Graph asks, the subscription is authorized again', async () => {
    undersign.simulator.clock.advance(minute);
    const before = live()[0]!.expires;
    undersign.simulator.notifications.challenge();
    await delivered();
    expect(live()[0]!.expires).toBeGreaterThan(before);
  });

  test('when Graph says that it ended a subscription or missed something, there is another one and a refresh', async () => {
    const { id } = live()[0]!;
    promote('Captain');
    undersign.simulator.notifications.knobs.drop = 1;
    await undersign.simulator.notifications.deliver();
    const removed = notification({ lifecycleEvent: 'subscriptionRemoved', changeType: undefined });
    undersign.simulator.notifications.subscriptions.remove(id);
    await tell(JSON.stringify({ value: [removed] }), '/api/notifications/lifecycle');
    await delivered();
    expect(live().map((subscription) => subscription.id)).not.toContain(id);
    expect(live()).toHaveLength(1);
    expect(await jobTitle()).toBe('Captain');

    promote('Major');
    undersign.simulator.notifications.knobs.drop = 1;
    await undersign.simulator.notifications.deliver();
    const missed = notification({ lifecycleEvent: 'missed', changeType: undefined });
    await tell(JSON.stringify({ value: [missed] }), '/api/notifications/lifecycle');
    await delivered();
    expect(await jobTitle()).toBe('Major');
  });

  test('where Graph refuses, the schedule goes on, the status says so, and it is tried again later', async () => {
    const { clientId } = undersign.simulator.tenant;
    const fault = undersign.simulator.faults.add({ path: '/v1.0/subscriptions*', kind: 'forbidden' });
    undersign.simulator.consent.grant(clientId, [...allPermissions, 'Group.Read.All']);
    await api.post('/api/connection/check');
    await lookAfter(minute);
    expect((await status()).notifications).toBe('failing');
    undersign.simulator.faults.remove(fault);
    await lookAfter(minute);
    expect((await status()).notifications).toBe('failing');
    await lookAfter(16 * minute);
    expect((await status()).notifications).toBe('on');
    expect(live()).toHaveLength(2);
  });

  test('after disconnecting nothing is subscribed any more', async () => {
    await api.delete('/api/connection');
    await lookAfter(minute);
    expect(live()).toEqual([]);
    expect(await status()).toMatchObject({ notifications: 'off', isActive: false, nextSyncAt: null });
  });

  const pause = async () => {
    const { settings, revision } = await api.get<{ settings: object; revision: number }>('/api/settings');
    await api.put('/api/settings', { settings: { ...settings, isPaused: true }, revision });
  };

  test.each([
    ['disconnects', () => api.delete('/api/connection')],
    ['pauses', pause],
  ])('who %s while Graph is asked for changes has nobody read any more', async (_what, act) => {
    promote('Captain');
    const { faults, notifications } = undersign.simulator;
    faults.add({ kind: 'hold', path: '/v1.0/users/delta*' });
    await notifications.deliver();
    await eventually('Graph is asked', () => faults.list()[0]?.struck === 1 || undefined);
    await act();
    faults.clear();
    await undersign.unattended.settled();
    await idle();
    expect((await runs()).filter((run) => run.trigger === 'notification')).toEqual([]);
    expect(await jobTitle()).not.toBe('Captain');
  });

  test('while paused, nobody is woken', async () => {
    await pause();
    promote('Captain');
    await delivered();
    expect(await jobTitle()).not.toBe('Captain');
    expect(await status()).toMatchObject({ isPaused: true, isActive: false, nextSyncAt: null });
  });
});
