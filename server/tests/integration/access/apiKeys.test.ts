import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '../../../src/contract/endpoints.ts';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { apiScopeSchema, type ApiKey } from '../../../src/contract/manage/integrations.ts';
import type { AuditEntry } from '../../../src/contract/manage/audit.ts';
import type { OverridesFile } from '../../../src/contract/people/overridesFile.ts';
import type { Teammate } from '../../../src/contract/people/teammates.ts';
import type { Run, RunPage } from '../../../src/contract/sync/sync.ts';
import { noConnection } from '../../../src/domain/connection/connection.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openApiClient, type ApiClient } from '../../support/http/apiClient.ts';
import { foreignTenant, openForeigner } from '../../support/people/foreignTenant.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

type CreatedKey = ApiKey & { readonly secret: string };
const nowhere = '33333333-3333-4333-8333-333333333333';

describe('API keys', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    admin = await undersign.connectedAdmin();
    await admin.put('/api/selection', { selection: everyone, revision: 0 });
  });
  afterAll(() => undersign.close());

  const make = (scopes: readonly string[], more: object = {}, by: ApiClient = admin): Promise<CreatedKey> =>
    by.post<CreatedKey>('/api/keys', { name: 'Reporting', scopes, ...more });
  const withKey = (secret: string): ApiClient =>
    openApiClient({ origin: () => undersign.url, check: undersign.openApi }, secret);
  const answer = async (api: ApiClient, { method, path }: Endpoint, id = nowhere): Promise<string> => {
    const response = await api.raw(path.replaceAll(/\{\w+\}/g, id), {
      method: method.toUpperCase(),
      ...(method === 'get' ? {} : { body: '{}' }),
    });
    if (response.status < 400) await response.body?.cancel();
    return response.status < 400
      ? 'in'
      : `${String(response.status)} ${((await response.json()) as { code: string }).code}`;
  };

  test.each(apiScopeSchema.options)('with the scope %s open exactly the routes that declare it', async (scope) => {
    const api = withKey((await make([scope])).secret);
    const wrong: string[] = [];
    for (const route of Object.values<Endpoint>(endpoints).filter(({ access }) => access !== 'public')) {
      const said = await answer(api, route);
      const refusal = route.scope === undefined ? '403 key-not-accepted' : '403 scope-missing';
      const isRight = route.scope === scope ? !/^40[13] /.test(said) : said === refusal;
      if (!isRight) wrong.push(`${route.method} ${route.path}: ${said}`);
    }
    // What was started goes on, and would stand in the way of the next test.
    for (const run of (await admin.get<RunPage>('/api/sync/runs?status=running')).items) await admin.finished(run);
    expect(wrong).toEqual([]);
  });

  test('that are revoked, expired, changed or made up open nothing', async () => {
    // The day must not end before both were used.
    undersign.simulator.clock.hold();
    const revoked = await make(['runs:read']);
    const today = new Date(undersign.simulator.clock.now()).toISOString().slice(0, 10);
    const expiring = await make(['runs:read'], { expiresOn: today });
    const state = (secret: string) => answer(withKey(secret), endpoints.listRuns);
    expect([await state(revoked.secret), await state(expiring.secret)]).toEqual(['in', 'in']);
    await admin.delete(`/api/keys/${revoked.id}`);
    undersign.simulator.clock.advance(24 * 60 * 60_000);
    admin = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
    expect(await state(revoked.secret)).toBe('401 key-revoked');
    expect(await state(expiring.secret)).toBe('401 key-expired');
    const { secret } = await make(['runs:read']);
    const other = secret.at(-2) === 'A' ? 'B' : 'A';
    for (const made of [
      `${secret.slice(0, -2)}${other}${secret.slice(-1)}`,
      `${secret}A`,
      'usk_',
      `usk_${'A'.repeat(86)}`,
      'usk_\u00e9',
    ])
      if (!/[^\x20-\x7e]/.test(made)) expect(await state(made)).toBe('401 key-unknown');
    const listed = (await admin.get<{ items: ApiKey[] }>('/api/keys')).items;
    expect(listed.find(({ id }) => id === revoked.id)).toMatchObject({ state: 'revoked' });
    expect(listed.find(({ id }) => id === expiring.id)).toMatchObject({ state: 'expired' });
  });

  test('of another tenant see that tenant and nothing of this one, whatever ids they know', async () => {
    const engine = await undersign.store.open();
    await openRepositories(engine).connections.save(foreignTenant, {
      ...noConnection,
      state: 'connected',
      firstConnectedAt: '2026-01-01T00:00:00Z',
    });
    await engine.close();
    const run = await admin.finished(await admin.post<Run>('/api/sync/runs'));
    const { accounts } = undersign.simulator.tenant;
    const stranger = await openForeigner(undersign, accounts.globalAdmin.userPrincipalName);
    const { secret } = await make([...apiScopeSchema.options], {}, stranger);
    const api = withKey(secret);
    expect((await api.get<RunPage>('/api/sync/runs')).items).toEqual([]);
    expect(await answer(api, endpoints.getRun, run.id)).toBe('404 not-found');
    expect(await answer(api, endpoints.getTeammate, accounts.dutch.id)).toBe('404 not-found');
    // The tenant stands in the key: one that names another is another key.
    const bytes = Buffer.from(secret.slice(4), 'base64url');
    Buffer.from(undersign.simulator.tenant.id.replaceAll('-', ''), 'hex').copy(bytes, 16);
    expect(await answer(withKey(`usk_${bytes.toString('base64url')}`), endpoints.listRuns)).toBe('401 key-unknown');
  });

  test('are shown once, kept as a digest, and what is done with them is written down under their name', async () => {
    const { secret, ...key } = await make(['sync:start', 'runs:read'], { name: 'Nightly job' });
    const run = await withKey(secret).post<Run>('/api/sync/runs');
    expect(run.startedBy).toEqual({ id: key.id, displayName: 'Nightly job' });
    await admin.finished(run);
    const { items } = await admin.get<{ items: ApiKey[] }>('/api/keys');
    expect(items.find(({ id }) => id === key.id)).toMatchObject({
      hint: secret.slice(0, 12),
      lastUsedAt: expect.anything(),
    });
    const audit = await admin.get<{ items: AuditEntry[] }>(`/api/audit?personId=${key.id}`);
    expect(audit.items).toMatchObject([{ action: 'startRun', role: 'apiKey', person: { displayName: 'Nightly job' } }]);
    const secretPart = secret.slice(50);
    expect((await undersign.store.bytes()).toString('latin1')).not.toContain(secretPart);
    expect(JSON.stringify([items, await admin.get('/api/audit')])).not.toContain(secretPart);
    expect(undersign.logger.lines.join('\n')).not.toContain(secretPart);
  });

  test('set values by hand as a file has them, under their own name, and read no people by that', async () => {
    const { secret } = await make(['values:write'], { name: 'Personnel office' });
    const job = withKey(secret);
    const { accounts } = undersign.simulator.tenant;
    await admin.finished(await admin.post<Run>('/api/sync/runs'));
    const csv = `userPrincipalName,jobTitle\n${accounts.dutch.userPrincipalName},Keeper of Keys\n`;
    const read = await job.raw('/api/overrides/file', {
      method: 'POST',
      body: csv,
      headers: { 'content-type': 'text/csv' },
    });
    const { rows } = (await read.json()) as OverridesFile;
    const people = rows.flatMap(({ teammate, changes }) =>
      teammate === null
        ? []
        : [{ id: teammate.id, overrides: Object.fromEntries(changes.map((change) => [change.key, change.new])) }],
    );
    expect(await job.post('/api/overrides', { people })).toMatchObject({ items: [{ outcome: 'changed' }] });
    const { fields } = await admin.get<Teammate>(`/api/teammates/${accounts.dutch.id}`);
    expect(fields.find(({ key }) => key === 'jobTitle')).toMatchObject({
      value: 'Keeper of Keys',
      setBy: 'Personnel office',
    });
    expect(await answer(job, endpoints.getTeammate, accounts.dutch.id)).toBe('403 scope-missing');
  });

  test('approve no departures, and are limited in number', async () => {
    const { secret } = await make(['sync:start']);
    const refused = await withKey(secret).problem(withKey(secret).post('/api/sync/runs', { approvedDepartures: 5 }));
    expect(refused).toMatchObject({ status: 403, code: 'key-not-accepted' });
    expect(await admin.problem(make(['runs:read'], { expiresOn: '2020-01-01' }))).toMatchObject({ status: 400 });
    const filled: string[] = [];
    const fill = async (): Promise<void> => {
      for (let made = 0; made < 21; made += 1) filled.push((await make(['runs:read'])).id);
    };
    expect(await admin.problem(fill())).toMatchObject({ status: 409, code: 'too-many-keys' });
    // Other tests make keys as well.
    for (const id of filled) await admin.delete(`/api/keys/${id}`);
  });

  test('an Idempotency-Key starts one run, however often and by how many at once it is sent', async () => {
    const start = async (key: string, body: object = {}): Promise<Response> =>
      admin.raw('/api/sync/runs', { method: 'POST', body: JSON.stringify(body), headers: { 'idempotency-key': key } });
    const key = randomUUID();
    const first = await Promise.all([start(key), start(key), start(key)]);
    expect(first.map(({ status }) => status)).toEqual([202, 202, 202]);
    const runs = (await Promise.all(first.map((response) => response.json()))) as Run[];
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
    await admin.finished(runs[0]!);
    const again = (await (await start(key)).json()) as Run;
    expect(again).toMatchObject({ id: runs[0]!.id, status: 'succeeded' });
    const reused = await start(key, { mode: 'full' });
    expect([reused.status, ((await reused.json()) as { code: string }).code]).toEqual([422, 'idempotency-key-reused']);
    expect((await start('x'.repeat(201))).status).toBe(400);
    const other = (await (await start(randomUUID())).json()) as Run;
    expect(other.id).not.toBe(again.id);
    await admin.finished(other);
    undersign.simulator.clock.advance(25 * 60 * 60_000);
    admin = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
    const later = (await (await start(key)).json()) as Run;
    expect(later.id).not.toBe(again.id);
    await admin.finished(later);
  });
});
