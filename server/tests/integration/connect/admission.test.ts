import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import { endpoints } from '../../../src/contract/endpoints.ts';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { noConnection } from '../../../src/domain/connection/connection.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openAdmission } from '../../../src/sync/connection/admission.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { decideConsent, outcomeAt } from '../../support/http/consentPage.ts';
import { foreignTenant, openForeigner } from '../../support/people/foreignTenant.ts';
import { allPermissions, startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const secondTenant = '22222222-2222-4222-8222-222222222222';
const nowhere = '33333333-3333-4333-8333-333333333333';

describe('which tenants may connect', () => {
  let undersign: Undersign;
  const start = async (allowed: string): Promise<void> => {
    undersign = await startUndersign({ env: { ALLOWED_TENANTS: allowed } });
  };
  afterEach(() => undersign.close());

  const administrator = () => undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName;
  const mayConnect = async (api: ApiClient) => (await api.get<Connection>('/api/connection')).mayConnect;
  const waysToConnect = (api: ApiClient): readonly Promise<unknown>[] => [
    api.post('/api/connection/consent', { returnTo: 'page' }),
    api.post('/api/connection/check'),
    api.put('/api/connection/registration', { tenantId: foreignTenant, clientId: nowhere, clientSecret: 'x' }),
  ];
  const expectRefusal = async (api: ApiClient, tenantId: string): Promise<void> => {
    expect(await mayConnect(api)).toBe(false);
    for (const way of waysToConnect(api))
      expect(await api.problem(way)).toMatchObject({
        status: 403,
        code: 'tenant-not-allowed',
        values: { tenantId },
        detail: expect.stringContaining(tenantId),
      });
  };

  test('the first that connects, and then no other: not even while it is disconnected', async () => {
    await start('first');
    const other = await openForeigner(undersign, administrator());
    expect(await mayConnect(other)).toBe(true);
    const { url } = await other.post<{ url: string }>('/api/connection/consent', { returnTo: 'page' });
    const admin = await undersign.connectedAdmin();
    await expectRefusal(other, foreignTenant);
    // What began before is not finished after.
    const state = new URL(url).searchParams.get('state') ?? '';
    const back = await other.raw(`/api/connection/consent/callback?admin_consent=True&state=${state}`);
    expect(back.headers.get('location')).toMatch(/consent=closed$/);
    await admin.delete('/api/connection');
    await expectRefusal(other, foreignTenant);
    await undersign.restart();
    expect(await mayConnect(admin)).toBe(true);
    expect(await admin.post<Connection>('/api/connection/check')).toMatchObject({ state: 'connected' });
  });

  test('of several at the same moment exactly one becomes the first, whichever server they ask', async () => {
    await start('first');
    const engines = await Promise.all([undersign.store.open(), undersign.store.open()]);
    const tenants = Array.from({ length: 12 }, (_, at) => nowhere.replace(/.$/, at.toString(16)));
    const admissions = engines.map((engine) => {
      const { connections, firstTenants } = openRepositories(engine);
      return openAdmission({ allowedTenants: 'first', connections, firstTenants, demoTenantId: '' });
    });
    const admitted = await Promise.all(tenants.map((tenant, at) => admissions[at % 2]!.admit(tenant, noConnection)));
    expect(admitted.filter((one) => one)).toHaveLength(1);
    const winner = tenants[admitted.indexOf(true)] ?? '';
    for (const admission of admissions)
      for (const tenant of tenants) expect(await admission.allows(tenant, noConnection)).toBe(tenant === winner);
    for (const engine of engines) await engine.close();
  });

  test('those that had connected before there was such a rule keep their places, all of them', async () => {
    await start('first');
    const engine = await undersign.store.open();
    const { connections } = openRepositories(engine);
    const connectedAt = '2026-01-01T00:00:00.000Z';
    for (const tenant of [foreignTenant, secondTenant])
      await connections.save(tenant, { ...noConnection, connectedAt, state: 'connected' });
    await engine.close();
    const ours = await undersign.signIn(administrator());
    await expectRefusal(ours.api, undersign.simulator.tenant.id);
    for (const tenant of [foreignTenant, secondTenant]) {
      const api = await openForeigner(undersign, administrator(), tenant);
      await api.delete('/api/connection');
      expect(await mayConnect(api)).toBe(true);
    }
  });

  test('a demo that was connected in the same store keeps nobody out', async () => {
    await start('open');
    await undersign.connectedAdmin();
    await undersign.restart({ ALLOWED_TENANTS: 'first' });
    expect(await mayConnect(await openForeigner(undersign, administrator()))).toBe(true);
  });

  test('the tenants of a list; one that is connected and not on it stays until it disconnects', async () => {
    await start('open');
    const admin = await undersign.connectedAdmin();
    await undersign.restart({ ALLOWED_TENANTS: ` ${foreignTenant.toUpperCase()}, ${secondTenant}` });
    expect(await mayConnect(await openForeigner(undersign, administrator()))).toBe(true);
    expect(await admin.post<Connection>('/api/connection/check')).toMatchObject({ mayConnect: true });
    await admin.delete('/api/connection');
    await expectRefusal(admin, undersign.simulator.tenant.id);
    const { api, browser } = await undersign.signIn(administrator());
    await undersign.restart({ ALLOWED_TENANTS: undersign.simulator.tenant.id });
    expect(
      await outcomeAt(await decideConsent({ api, browser }, { decision: 'accept', permissions: allPermissions })),
    ).toBe('connected');
  });
});

describe('a tenant that never connected', () => {
  let undersign: Undersign;
  beforeEach(async () => {
    undersign = await startUndersign({ env: { ALLOWED_TENANTS: 'first' } });
  });
  afterEach(() => undersign.close());

  test('leaves nothing in the store, whatever its administrator calls', async () => {
    await undersign.connectedAdmin();
    const stranger = await openForeigner(undersign, undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName);
    const refused: string[] = [];
    const all: readonly Endpoint[] = Object.values(endpoints);
    for (const { method, path } of all.filter(({ access }) => access !== 'public')) {
      const response = await stranger.raw(path.replaceAll('{id}', nowhere), {
        method: method.toUpperCase(),
        ...(method === 'get' ? {} : { body: '{}' }),
      });
      if (method !== 'get') refused.push(`${String(response.status)} ${method} ${path}`);
    }
    expect(refused.filter((one) => !/^(403|409)/.test(one) && one !== '204 delete /api/connection')).toEqual([
      '400 put /api/connection/registration',
    ]);
    expect((await undersign.store.bytes()).includes(foreignTenant)).toBe(false);
  });

  test('has a bounded number of tries to connect, of which its newest count', async () => {
    const { accounts } = undersign.simulator.tenant;
    const [first, second] = [
      await undersign.signIn(accounts.globalAdmin.userPrincipalName),
      await undersign.signIn(accounts.roleAdmin.userPrincipalName),
    ];
    const begin = async ({ api }: typeof first) =>
      (await api.post<{ url: string }>('/api/connection/consent', { returnTo: 'page' })).url;
    const links: string[] = [];
    // The limit is one of tries in a minute, which has just begun, and the newest are told by when they began.
    const { clock } = undersign.simulator;
    clock.hold();
    clock.set(Math.ceil(clock.now() / 60_000) * 60_000);
    for (let begun = 0; begun < 30; begun += 1) {
      links.push(await begin(first));
      clock.advance(1);
    }
    expect(await first.api.problem(begin(first))).toMatchObject({ status: 429 });
    expect(await begin(second)).toMatch(/^http/);
    const outcome = async (link: string) => {
      const state = new URL(link).searchParams.get('state') ?? '';
      return outcomeAt(`${undersign.url}/api/connection/consent/callback?error=access_denied&state=${state}`);
    };
    expect([await outcome(links[10]!), await outcome(links[11]!)]).toEqual(['expired', 'refused']);
  });
});
