/**
 * Every question names its tenant, on each engine in its own words.
 * @tells-of-mongodb
 */
import { defaultSyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { noConnection } from '../../../src/domain/connection/connection.ts';
import { noCounts } from '../../../src/domain/plan/plan.ts';
import type { Run as StoredRun } from '../../../src/domain/run/run.ts';
import { emptySelection } from '../../../src/domain/scope/selection.ts';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import type { SavedSelection } from '../../../src/contract/people/selection.ts';
import type { Run, RunPage } from '../../../src/contract/sync/sync.ts';
import type { Teammate, TeammatePage } from '../../../src/contract/people/teammates.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { inScope, samplePerson, sampleTeammate } from '../../support/people/samplePeople.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const otherTenant = '11111111-1111-4111-8111-111111111111';
const theirRun: StoredRun = {
  id: '22222222-2222-4222-8222-222222222222',
  kind: 'preview',
  mode: 'full',
  trigger: 'admin',
  status: 'succeeded',
  startedBy: { id: 'them', displayName: 'Them' },
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:01.000Z',
  selection: emptySelection,
  settings: defaultSyncSettings,
  cancelRequested: false,
  approvedDepartures: 0,
  progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: 0 },
  counts: noCounts,
  warnings: [],
  failure: null,
};
const theirPerson = '33333333-3333-4333-8333-333333333333';

/** Puts another tenant's data into the same database, as a second process would. */
const fillOtherTenant = async (repositories: Repositories, sharedId: string): Promise<void> => {
  const person = (id: string) => samplePerson({ id, displayName: 'Them', mail: 'them@other.example' });
  await repositories.connections.save(otherTenant, { ...noConnection, state: 'connected' });
  await repositories.selections.save(otherTenant, { ...emptySelection, everyone: true }, 0);
  await repositories.runs.add(otherTenant, theirRun);
  await repositories.teammates.save(
    otherTenant,
    [theirPerson, sharedId].map((id) => sampleTeammate({ id, profile: person(id) })),
  );
  const change = { action: 'add' as const, teammateId: theirPerson, displayName: 'Them', changes: [] };
  const entry = { ...change, scope: inScope, profile: person(theirPerson) };
  await repositories.planEntries.add(otherTenant, theirRun.id, [entry]);
  await repositories.runChanges.add(otherTenant, [{ ...change, runId: theirRun.id, at: theirRun.startedAt }]);
};

describe('two tenants in one database', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let them: Repositories;
  let closeEngine: () => Promise<void>;
  beforeEach(async () => {
    undersign = await startUndersign();
    const engine = await undersign.store.open();
    closeEngine = () => engine.close();
    them = openRepositories(engine);
    await fillOtherTenant(them, undersign.simulator.tenant.accounts.dutch.id);
    api = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
  });
  afterEach(async () => {
    await closeEngine();
    await undersign.close();
  });

  test('nothing of the other tenant is seen, listed or counted', async () => {
    // Whether ours is connected and synced already makes no difference.
    expect((await api.get<Connection>('/api/connection')).organization?.displayName).not.toBe('Them');
    expect((await api.get<SavedSelection>('/api/selection')).selection).toMatchObject({ everyone: false });
    const runs = (await api.get<RunPage>('/api/sync/runs')).items.map(({ id }) => id);
    expect(runs).not.toContain(theirRun.id);
    const { items, cursor, total } = await api.get<TeammatePage>('/api/teammates?search=them');
    expect({ items, cursor }).toEqual({ items: [], cursor: null });
    expect(total?.active).toBeLessThan(2);
  });

  test('ids of the other tenant lead nowhere', async () => {
    for (const path of ['', '/plan', '/plan/export', '/changes', '/changes/export', '/events'])
      expect(await api.problem(api.get(`/api/sync/runs/${theirRun.id}${path}`))).toMatchObject({ status: 404 });
    for (const path of ['', '/signature', '/history', '/outlook'])
      expect(await api.problem(api.get(`/api/teammates/${theirPerson}${path}`))).toMatchObject({ status: 404 });
  });

  test('a sync of one tenant leaves the other as it was, even for a person with the same id', async () => {
    const admin = await undersign.connectedAdmin();
    const cancel = admin.post(`/api/sync/runs/${theirRun.id}/cancel`);
    expect(await admin.problem(cancel)).toMatchObject({ status: 404 });
    const { dutch } = undersign.simulator.tenant.accounts;
    await admin.put('/api/selection', { selection: { ...nobody, people: [picked(dutch.id)] }, revision: 0 });
    expect(await admin.finished(await admin.post<Run>('/api/sync/runs'))).toMatchObject({ counts: { add: 1 } });
    expect(await admin.get<Teammate>(`/api/teammates/${dutch.id}`)).toMatchObject({ displayName: dutch.displayName });
    expect((await them.teammates.get(otherTenant, dutch.id))?.profile.displayName).toBe('Them');
    expect(await them.teammates.count(otherTenant, 'active')).toBe(2);
    expect((await them.selections.get(otherTenant))?.value.everyone).toBe(true);
  });
});

describe('tokens over HTTP', () => {
  let undersign: Undersign;
  beforeAll(async () => {
    undersign = await startUndersign();
  });
  afterAll(() => undersign.close());

  const codeWith = async (token: string): Promise<string> => {
    const response = await fetch(`${undersign.url}/api/session`, { headers: { authorization: `Bearer ${token}` } });
    return response.ok ? 'accepted' : ((await response.json()) as { code: string }).code;
  };
  const appToken = async (scope: string): Promise<string> => {
    const { url, tenant } = undersign.simulator;
    const response = await fetch(`${url}/${tenant.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: tenant.clientId,
        client_secret: tenant.clientSecret,
        grant_type: 'client_credentials',
        scope,
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };

  test('the token with which we read the directory does not open our own API', async () => {
    undersign.simulator.consent.grant(undersign.simulator.tenant.clientId, ['User.Read.All']);
    expect(await codeWith(await appToken('https://graph.microsoft.com/.default'))).toBe('token-invalid');
  });

  test('a sign-in ends after its hour, and says that it is that', async () => {
    const { accessToken } = await undersign.signIn(undersign.simulator.tenant.accounts.reader.userPrincipalName);
    expect(await codeWith(accessToken)).toBe('accepted');
    undersign.simulator.clock.advance(62 * 60_000);
    expect(await codeWith(accessToken)).toBe('token-expired');
    undersign.simulator.clock.reset();
  });

  test('a token somebody tampered with is refused', async () => {
    const { accessToken } = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    const [head = '', body = '', signature = ''] = accessToken.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const raised = { ...claims, wids: ['62e90394-69f5-4237-9190-012177145e10'] };
    const forged = `${head}.${Buffer.from(JSON.stringify(raised)).toString('base64url')}.${signature}`;
    expect(await codeWith(forged)).toBe('token-invalid');
  });
});
