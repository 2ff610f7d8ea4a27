import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Webhook, WebhookDelivery } from '../../../src/contract/manage/integrations.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import { webhookDeliveries as deliveryCollection } from '../../../src/storage/declare/integrationCollections.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { changeOwn, ownForm } from '../../support/people/registration.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';
import { openWebhookReceiver, type Received, type WebhookReceiver } from '../../support/http/webhookReceiver.ts';

type WithSecret = Webhook & { readonly secret: string };

const allEvents = ['run.finished', 'run.failed', 'departures.held', 'consent.lost', 'credential.expiring'];
const minute = 60_000;

const bodyOf = ({ body }: Received) =>
  JSON.parse(body) as { type: string; timestamp: string; data: Readonly<Record<string, unknown>> };

/** As a receiver does it by hand, with what it was shown once. */
const isSignedBy = ({ headers, body }: Received, secret: string): boolean => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
};

describe('webhooks', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    undersign = await startUndersign({ env: { WEBHOOK_NETWORKS: '127.0.0.1' } });
    await (await undersign.connectedAdmin()).put('/api/selection', { selection: everyone, revision: 0 });
  });
  afterAll(() => undersign.close());
  const signInAgain = async (): Promise<void> => {
    const { userPrincipalName } = undersign.simulator.tenant.accounts.globalAdmin;
    admin = (await undersign.signIn(userPrincipalName)).api;
  };
  beforeEach(async () => {
    receiver = await openWebhookReceiver();
    await signInAgain();
  });
  afterEach(async () => {
    await receiver.close();
    undersign.simulator.clock.tick();
    await signInAgain();
    const { items } = await admin.get<{ items: readonly Webhook[] }>('/api/webhooks');
    for (const { id } of items) await admin.delete(`/api/webhooks/${id}`);
  });

  const add = (events: readonly string[] = allEvents): Promise<WithSecret> =>
    admin.post<WithSecret>('/api/webhooks', { url: receiver.url, events });
  const sync = async (): Promise<Run> => admin.finished(await admin.post<Run>('/api/sync/runs', { mode: 'full' }));
  const deliveries = async ({ id }: Webhook): Promise<readonly WebhookDelivery[]> =>
    (await admin.get<{ items: readonly WebhookDelivery[] }>(`/api/webhooks/${id}/deliveries`)).items;
  const stateOf = async ({ id }: Webhook): Promise<Webhook | undefined> =>
    (await admin.get<{ items: readonly Webhook[] }>('/api/webhooks')).items.find((one) => one.id === id);

  test('tell of a run that ended after they were added, signed, once, with counts and ids and nobody in it', async () => {
    const before = await sync();
    const webhook = await add();
    const run = await sync();
    await undersign.courier.look();
    await undersign.courier.look();
    expect(receiver.received).toHaveLength(1);
    const [message] = receiver.received as [Received];
    expect(isSignedBy(message, webhook.secret)).toBe(true);
    expect(
      Math.abs(Number(message.headers['webhook-timestamp']) - undersign.simulator.clock.now() / 1000),
    ).toBeLessThan(60);
    expect(bodyOf(message)).toMatchObject({
      type: 'run.finished',
      data: { tenantId: undersign.simulator.tenant.id, runId: run.id, status: 'succeeded', counts: run.counts },
    });
    expect(message.body).not.toContain(before.id);
    const { accounts, domain } = undersign.simulator.tenant;
    for (const personal of [accounts.globalAdmin.displayName, accounts.dutch.displayName, domain])
      expect(message.body).not.toContain(personal);
    expect(await deliveries(webhook)).toMatchObject([{ event: 'run.finished', state: 'delivered', lastStatus: 204 }]);
  });

  test('that are not answered are told again later, under the same id, also after a restart and by one replica', async () => {
    const webhook = await add();
    receiver.answer(500);
    await sync();
    await undersign.courier.look();
    await undersign.courier.look();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries(webhook)).toMatchObject([{ state: 'waiting', attempts: 1, lastStatus: 500 }]);
    receiver.answer(302);
    undersign.simulator.clock.advance(minute);
    await undersign.restart();
    await undersign.courier.look();
    receiver.answer(200);
    undersign.simulator.clock.advance(10 * minute);
    const other = await undersign.replica(
      (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).accessToken,
    );
    await Promise.all([undersign.courier.look(), other.courier.look()]);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(
      Array.from({ length: 3 }, () => receiver.received[0]?.headers['webhook-id']),
    );
    expect(await deliveries(webhook)).toMatchObject([{ state: 'delivered', attempts: 3 }]);
    expect(await stateOf(webhook)).toMatchObject({ failingSince: null, enabled: true });
  });

  test('to an address that is gone, or silent for days, are switched off; switched on again they begin anew', async () => {
    const webhook = await add();
    receiver.answer(410);
    await sync();
    await undersign.courier.look();
    expect(await stateOf(webhook)).toMatchObject({ enabled: false, disabledBecause: 'gone' });
    await sync();
    await undersign.courier.look();
    expect(receiver.received).toHaveLength(1);
    receiver.answer(503);
    const { url, events } = webhook;
    await admin.put(`/api/webhooks/${webhook.id}`, { url, events, enabled: true });
    await undersign.courier.look();
    expect(receiver.received).toHaveLength(1);
    await sync();
    await undersign.courier.look();
    expect(await stateOf(webhook)).toMatchObject({ enabled: true, failingSince: expect.anything() });
    undersign.simulator.clock.advance(6 * 24 * 60 * minute);
    await signInAgain();
    await undersign.courier.look();
    expect(await stateOf(webhook)).toMatchObject({ enabled: false, disabledBecause: 'failing' });
  });

  test('with another address have their days from then on: what the one before did not take is not held against it', async () => {
    const webhook = await add();
    receiver.answer(503);
    await sync();
    await undersign.courier.look();
    expect(await stateOf(webhook)).toMatchObject({ enabled: true, failingSince: expect.anything() });
    undersign.simulator.clock.advance(6 * 24 * 60 * minute);
    await signInAgain();
    const { events } = webhook;
    const moved = await admin.put(`/api/webhooks/${webhook.id}`, { url: `${receiver.url}/new`, events, enabled: true });
    expect(moved).toMatchObject({ failingSince: null });
    await undersign.courier.look();
    expect(receiver.received).toHaveLength(2);
    expect(await stateOf(webhook)).toMatchObject({ enabled: true, failingSince: expect.anything() });
  });

  test('a test is sent at once and says what came of it; a new secret signs beside the one before', async () => {
    const webhook = await add(['run.failed']);
    expect(await admin.post(`/api/webhooks/${webhook.id}/test`)).toMatchObject({
      event: 'webhook.test',
      state: 'delivered',
    });
    const renewed = await admin.post<WithSecret>(`/api/webhooks/${webhook.id}/secret`);
    receiver.answer(404);
    expect(await admin.post(`/api/webhooks/${webhook.id}/test`)).toMatchObject({ state: 'failed', lastStatus: 404 });
    expect(
      receiver.received.map((message) => [webhook, renewed].map(({ secret }) => isSignedBy(message, secret))),
    ).toEqual([
      [true, false],
      [true, true],
    ]);
    undersign.simulator.clock.advance(25 * 60 * minute);
    await signInAgain();
    await admin.post(`/api/webhooks/${webhook.id}/test`);
    expect(isSignedBy(receiver.received[2]!, webhook.secret)).toBe(false);
    const stored = (await undersign.store.bytes()).toString('latin1');
    const listed = JSON.stringify([await admin.get('/api/webhooks'), await admin.get('/api/audit')]);
    for (const { secret } of [webhook, renewed]) {
      expect(stored).not.toContain(secret.slice(6));
      expect(listed).not.toContain(secret.slice(6));
      expect(undersign.logger.lines.join('\n')).not.toContain(secret.slice(6));
    }
  });

  test('new secrets one after the other leave each before them its day, the last three at most', async () => {
    const webhook = await add(['run.failed']);
    const secrets = [webhook.secret];
    const renew = async () => secrets.push((await admin.post<WithSecret>(`/api/webhooks/${webhook.id}/secret`)).secret);
    const signing = async () => {
      await admin.post(`/api/webhooks/${webhook.id}/test`);
      return secrets.map((secret) => isSignedBy(receiver.received.at(-1)!, secret));
    };
    await renew();
    await renew();
    expect(await signing()).toEqual([true, true, true]);
    undersign.simulator.clock.advance(13 * 60 * minute);
    await signInAgain();
    await renew();
    expect(await signing()).toEqual([true, true, true, true]);
    await renew();
    expect(await signing()).toEqual([false, true, true, true, true]);
    undersign.simulator.clock.advance(12 * 60 * minute);
    await signInAgain();
    expect(await signing()).toEqual([false, false, true, true, true]);
    undersign.simulator.clock.advance(13 * 60 * minute);
    await signInAgain();
    expect(await signing()).toEqual([false, false, false, false, true]);
  });

  test.each([
    ['http://example.com/', 'webhook-address-refused'],
    ['https://user:word@example.com/', 'webhook-address-refused'],
    ['https://10.0.0.1/', 'webhook-address-refused'],
    ['https://169.254.169.254/latest/meta-data', 'webhook-address-refused'],
    ['https://[::ffff:10.0.0.1]/', 'webhook-address-refused'],
    ['https://2130706434/', 'webhook-address-refused'],
    ['https://0x7f000002/', 'webhook-address-refused'],
    ['ftp://example.com/', 'invalid-request'],
    ['nonsense', 'invalid-request'],
  ])('are not added for %s', async (url, code) => {
    expect(await admin.problem(admin.post('/api/webhooks', { url, events: allEvents }))).toMatchObject({ code });
  });

  test('to a network that is closed again are not sent, whatever was checked before', async () => {
    const webhook = await add();
    await undersign.restart({});
    await signInAgain();
    expect(await admin.post(`/api/webhooks/${webhook.id}/test`)).toMatchObject({
      state: 'failed',
      lastFailure: 'address-refused',
    });
    // A name that leads here, not an address.
    await admin.delete(`/api/webhooks/${webhook.id}`);
    const byName = admin.post('/api/webhooks', {
      url: receiver.url.replace('127.0.0.1', 'localhost'),
      events: allEvents,
    });
    expect(await admin.problem(byName)).toMatchObject({ code: 'webhook-address-refused' });
    expect(receiver.received).toEqual([]);
    await undersign.restart();
  });

  test('tell of departures that are held, runs that fail, consent that is lost and a secret that ends', async () => {
    const webhook = await add();
    const { simulator } = undersign;
    const soon = new Date(simulator.clock.now() + 20 * 24 * 60 * minute).toISOString().slice(0, 10);
    await admin.put('/api/connection/registration', { ...ownForm(simulator), secretExpiresOn: soon });
    await undersign.courier.look();
    changeOwn(simulator, { secrets: [{ value: 'another' }] });
    expect((await sync()).status).toBe('failed');
    await admin.post('/api/connection/check');
    await undersign.courier.look();
    // What the others need.
    await undersign.connectedAdmin();
    const [first, ...others] = receiver.received.map(bodyOf);
    expect(first).toMatchObject({ type: 'credential.expiring', data: { credential: 'secret' } });
    // The schedule may see that consent is lost before the run has written down that it failed for it.
    expect(others.map(({ type }) => type).sort()).toEqual(['consent.lost', 'run.failed']);
    expect(await deliveries(webhook)).toHaveLength(3);
  });

  test('tests are ten a minute for a webhook, the newest hundred deliveries stay, and all go with it', async () => {
    const [webhook, other] = [await add(['run.failed']), await add(['run.failed'])];
    const engine = await undersign.store.open();
    const { webhookDeliveries } = openRepositories(engine);
    const { clock, tenant } = undersign.simulator;
    clock.hold();
    const tryOut = ({ id }: Webhook, path = 'test') => admin.post<WebhookDelivery>(`/api/webhooks/${id}/${path}`);
    const first = await tryOut(webhook);
    const [kept] = await webhookDeliveries.newest(tenant.id, webhook.id, 1);
    if (kept === undefined) throw new Error('The test was not kept.');
    const createdAt = new Date(clock.now() - minute).toISOString();
    const earlier = (how: string, most: number) =>
      engine.collection(deliveryCollection).write(
        tenant.id,
        Array.from({ length: most }, (_, at) => ({ put: { ...kept, id: `${how}-${String(at)}`, createdAt } })),
      );
    await earlier('before', 105);
    for (let sent = 1; sent < 10; sent += 1) await tryOut(webhook);
    const left = await webhookDeliveries.newest(tenant.id, webhook.id, 200);
    expect([left.length, left.some(({ id }) => id === first.id)]).toEqual([100, true]);
    expect(await admin.problem(tryOut(webhook))).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(await admin.problem(tryOut(webhook, 'test/'))).toMatchObject({ status: 429 });
    expect((await tryOut(other)).state).toBe('delivered');
    clock.advance(minute);
    expect((await tryOut(webhook)).state).toBe('delivered');
    for (const how of ['a', 'b', 'c']) await earlier(how, 400);
    await admin.delete(`/api/webhooks/${webhook.id}`);
    expect(await webhookDeliveries.newest(tenant.id, webhook.id, 5)).toEqual([]);
    expect(await webhookDeliveries.newest(tenant.id, other.id, 5)).toHaveLength(1);
    await engine.close();
  });
});
