import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import type { BrowserSession } from '../../support/http/browserSession.ts';
import { decideConsent, outcomeAt } from '../../support/http/consentPage.ts';
import { allPermissions, startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

interface Person {
  readonly api: ApiClient;
  readonly browser: BrowserSession;
}

const minutes = 60_000;

describe('connecting a tenant by consent', () => {
  let undersign: Undersign;
  let admin: Person;
  let told = 0;
  beforeAll(async () => {
    undersign = await startUndersign();
  });
  beforeEach(async () => {
    undersign.simulator.reset();
    // Each in a minute of its own: there is a limit to how often anybody may try.
    undersign.simulator.clock.advance((told += 1) * minutes);
    admin = await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName);
    await admin.api.delete('/api/connection');
  });
  afterAll(() => undersign.close());

  const connection = () => admin.api.get<Connection>('/api/connection');
  /** Lets so much time pass and looks again at what is under way, as the server does every few seconds. */
  const lookAfter = async (milliseconds: number) => {
    undersign.simulator.clock.advance(milliseconds);
    await undersign.unattended.look();
  };
  const accept = (permissions: readonly string[] = allPermissions) =>
    decideConsent(admin, { decision: 'accept', permissions });

  test('accepted: connected, with who did it and what was granted', async () => {
    expect(await outcomeAt(await accept())).toBe('connected');
    expect(await connection()).toMatchObject({
      state: 'connected',
      grantedPermissions: [...allPermissions].sort(),
      missingPermissions: [],
      connectedBy: { displayName: 'Anna Vermeer' },
      lastError: null,
    });
  });

  test('of people to be signed in: approved for everybody, and nothing about the connection changes', async () => {
    await accept();
    const before = await connection();
    const { simulator } = undersign;
    const clientId = simulator.tenant.clientId;
    const decide = (decision: 'accept' | 'cancel') =>
      decideConsent(admin, { decision, permissions: ['access_as_user'] }, { aim: 'signIn' });
    expect(await outcomeAt(await decide('cancel'))).toBe('not-approved');
    expect(simulator.consent.of(clientId)?.delegated).toEqual([]);
    expect(await outcomeAt(await decide('accept'))).toBe('approved');
    expect(simulator.consent.of(clientId)?.delegated).toEqual(['access_as_user']);
    expect(await connection()).toEqual(before);
  });

  test('refused on the page: says so, and the tenant is not connected', async () => {
    expect(await outcomeAt(await decideConsent(admin, { decision: 'cancel' }))).toBe('refused');
    expect(await connection()).toMatchObject({ state: 'refused', lastError: 'AADSTS65004', grantedPermissions: [] });
    expect(await admin.api.problem(admin.api.get('/api/directory/users'))).toMatchObject({ code: 'not-connected' });
  });

  test.each([
    ['error=access_denied', 'access_denied', 'refused'],
    ['error=access_denied&error_description=AADSTS65004%3A+declined', 'AADSTS65004', 'refused'],
    ['error=access_denied&error_description=AADSTS90094%3A+admin', 'AADSTS90094', 'not-allowed'],
    ['error=temporarily_unavailable', 'temporarily_unavailable', 'unavailable'],
    ['error=server_error&error_description=AADSTS90033%3A+transient', 'AADSTS90033', 'unavailable'],
    ['error=invalid_client&error_description=AADSTS500113%3A+no+reply+address', 'AADSTS500113', 'rejected'],
    [`error=${'<b>call 0900</b>'.repeat(50)}`, 'unknown', 'rejected'],
    [`error=x&error_description=AADSTS${'6'.repeat(400)}`, 'unknown', 'rejected'],
  ])('tells a no from an Entra that is not well, and keeps only known codes: %.60s', async (said, code, outcome) => {
    const { url } = await admin.api.post<{ url: string }>('/api/connection/consent', { returnTo: 'page' });
    const state = new URL(url).searchParams.get('state') ?? '';
    const callback = `${undersign.url}/api/connection/consent/callback?${said}&state=${state}`;
    expect(await outcomeAt(callback)).toBe(outcome);
    const saysNo = outcome === 'refused' || outcome === 'not-allowed';
    const problem = outcome === 'rejected' ? { code: 'entra-refused', values: { entraCode: code } } : null;
    const found = saysNo ? 'refused' : 'notConnected';
    expect(await connection()).toMatchObject({ state: found, lastError: code, problem });
  });

  test('refused later on does not undo a consent that works', async () => {
    await outcomeAt(await accept());
    expect(await outcomeAt(await decideConsent(admin, { decision: 'cancel' }))).toBe('refused');
    expect((await connection()).state).toBe('connected');
  });

  test('granted by half: incomplete, naming what is missing, and complete once the rest is granted', async () => {
    expect(await outcomeAt(await accept(['User.Read.All']))).toBe('granting');
    await lookAfter(4 * minutes);
    expect(await connection()).toMatchObject({
      state: 'incomplete',
      missingPermissions: ['GroupMember.Read.All', 'AdministrativeUnit.Read.All'],
    });
    undersign.simulator.consent.grant(undersign.simulator.tenant.clientId, ['GroupMember.Read.All']);
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject({
      state: 'connected',
      missingPermissions: ['AdministrativeUnit.Read.All'],
    });
  });

  test('revoked in Entra: noticed by a check, with the code, and healed by a new consent', async () => {
    await outcomeAt(await accept());
    undersign.simulator.consent.revoke(undersign.simulator.tenant.clientId);
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject({
      state: 'revoked',
      grantedPermissions: [],
      lastError: 'AADSTS700016',
    });
    expect(await outcomeAt(await accept())).toBe('connected');
  });

  test('a state works once', async () => {
    const back = await accept();
    expect(await outcomeAt(back)).toBe('connected');
    await admin.api.delete('/api/connection');
    expect(await outcomeAt(back)).toBe('expired');
    expect((await connection()).state).toBe('notConnected');
  });

  test('two callbacks with one state at the same moment: one counts', async () => {
    const back = await accept();
    const outcomes = await Promise.all([outcomeAt(back), outcomeAt(back), outcomeAt(back)]);
    expect(outcomes.sort()).toEqual(['connected', 'expired', 'expired']);
  });

  test('a state is good for ten minutes', async () => {
    const back = await accept();
    undersign.simulator.clock.advance(11 * minutes);
    expect(await outcomeAt(back)).toBe('expired');
    expect((await connection()).state).toBe('notConnected');
  });

  test.each([
    ['none', () => ''],
    ['a made-up one', () => 'c2VjcmV0'],
    ['a changed one', (state: string) => `${state.startsWith('A') ? 'B' : 'A'}${state.slice(1)}`],
    ['one cut short', (state: string) => state.slice(0, -6)],
    ['somebody else’s JSON', () => Buffer.from('{"tenantId":"x","attemptId":"y"}').toString('base64url')],
  ])('a forged state changes nothing: %s', async (_name, forge) => {
    const back = await accept();
    back.searchParams.set('state', forge(back.searchParams.get('state') ?? ''));
    expect(await outcomeAt(back)).toBe('expired');
    expect((await connection()).state).toBe('notConnected');
  });

  test('a state given twice in the address is none', async () => {
    const back = await accept();
    back.searchParams.append('state', back.searchParams.get('state') ?? '');
    expect(await outcomeAt(back)).toBe('expired');
  });

  test('“admin_consent=True” proves nothing: without a grant in Entra the tenant is not connected', async () => {
    const { url } = await admin.api.post<{ url: string }>('/api/connection/consent', {});
    const state = new URL(url).searchParams.get('state') ?? '';
    const forged = `${undersign.url}/api/connection/consent/callback?admin_consent=True&state=${state}`;
    expect(await outcomeAt(`${forged}&tenant=11111111-1111-1111-1111-111111111111`)).toBe('granting');
    await lookAfter(4 * minutes);
    expect(await connection()).toMatchObject({
      state: 'notConnected',
      connectedBy: null,
      lastError: 'consent-missing',
    });
  });

  test('an error counts although “admin_consent=True” stands beside it', async () => {
    const back = await accept();
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', 'AADSTS65004: declined');
    expect(await outcomeAt(back)).toBe('refused');
  });

  test('the tenant in the address is not believed: it is the one of the state that gets connected', async () => {
    const back = await accept();
    back.searchParams.set('tenant', '11111111-1111-1111-1111-111111111111');
    expect(await outcomeAt(back)).toBe('connected');
    expect((await connection()).organization?.displayName).toBe('Lindenhof Group');
  });

  test('an admin without the role in Entra cannot ask for consent, and is told who can', async () => {
    const reader = await undersign.signIn(undersign.simulator.tenant.accounts.reader.userPrincipalName);
    expect(await reader.api.problem(reader.api.post('/api/connection/consent', {}))).toMatchObject({
      status: 403,
      code: 'consent-needs-admin',
    });
  });

  test('a role taken away between asking and deciding is noticed by Entra, and told', async () => {
    const { accounts } = undersign.simulator.tenant;
    const other = await undersign.signIn(accounts.roleAdmin.userPrincipalName);
    const { url } = await other.api.post<{ url: string }>('/api/connection/consent', {});
    undersign.simulator.directory.setRoles(accounts.roleAdmin.id, []);
    const response = await other.browser.post(url, { decision: 'accept', permission: allPermissions });
    expect(await outcomeAt(new URL(response.headers.get('location') ?? ''))).toBe('not-allowed');
  });

  test('the pop-up page tells the pane and holds no script of its own', async () => {
    const back = await decideConsent(admin, { decision: 'accept', permissions: allPermissions }, { returnTo: 'popup' });
    const response = await fetch(back);
    const page = await response.text();
    expect(page).toContain('data-outcome="connected"');
    expect(page.match(/<script[^>]*>[^<]/)).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test('Entra away: nothing is saved, and trying again later works', async () => {
    const back = await accept();
    undersign.simulator.faults.add({ path: '/*/oauth2/v2.0/token*', kind: 'status', status: 503 });
    expect(await outcomeAt(back)).toBe('unavailable');
    expect((await connection()).state).toBe('notConnected');
    expect(await admin.api.problem(admin.api.post('/api/connection/check'))).toMatchObject({
      status: 503,
      code: 'entra-unavailable',
    });
    undersign.simulator.faults.clear();
    expect((await admin.api.post<Connection>('/api/connection/check')).state).toBe('connected');
  });

  test('refused for good for a reason that is no word about consent: told at once, by number and sentence', async () => {
    const back = await accept();
    const { faults } = undersign.simulator;
    const message = 'AADSTS500341: The user account has been deleted from the directory.';
    faults.add({ path: '/*/oauth2/v2.0/token*', kind: 'status', status: 400, code: 'invalid_grant', message });
    expect(await outcomeAt(back)).toBe('failed');
    expect(faults.list().map(({ struck }) => struck)).toEqual([1]);
    expect(await connection()).toMatchObject({
      state: 'notConnected',
      lastError: 'AADSTS500341',
      problem: { code: 'entra-refused', values: { answer: message } },
    });
  });

  test('Entra not answering at all does not break a connection that worked', async () => {
    await outcomeAt(await accept());
    undersign.simulator.faults.add({ path: '/*/oauth2/v2.0/token*', kind: 'reset' });
    const problem = await admin.api.problem(admin.api.post('/api/connection/check'));
    expect(problem).toMatchObject({ status: 503, code: 'entra-unavailable' });
    expect((await connection()).state).toBe('connected');
  });

  test('an application disabled in the tenant is said to be that', async () => {
    const { clients, tenant } = undersign.simulator;
    const client = clients.get(tenant.clientId)!;
    const back = await accept();
    clients.set(tenant.clientId, { ...client, disabled: true });
    expect(await outcomeAt(back)).toBe('failed');
    expect((await connection()).lastError).toBe('AADSTS7000112');
  });

  test('a reply address that is not registered is refused by Entra itself, and nothing changes here', async () => {
    const { clients, tenant } = undersign.simulator;
    clients.set(tenant.clientId, { ...clients.get(tenant.clientId)!, redirectUris: ['https://elsewhere.example/*'] });
    const { url } = await admin.api.post<{ url: string }>('/api/connection/consent', {});
    const page = await admin.browser.post(url, { decision: 'accept', permission: allPermissions });
    expect(await page.text()).toContain('AADSTS50011');
    expect((await connection()).state).toBe('notConnected');
  });

  test('neither a token nor a secret was written to the log by any of this', () => {
    expect(undersign.logger.lines.length).toBeGreaterThan(0);
    const log = undersign.logger.lines.join('\n');
    expect(log).not.toContain(undersign.simulator.tenant.clientSecret);
    expect(log).not.toMatch(/eyJ[A-Za-z0-9_-]{20,}/);
    expect(log).not.toMatch(/client_secret=(?!\*)/);
  });
});

describe('a server whose own secret is no good', () => {
  test.each([
    ['wrong', 'not~the~secret', 'AADSTS7000215'],
    ['expired', 'old~secret', 'AADSTS7000222'],
  ])('%s: says so by Entra’s code, connects nothing and writes no secret down', async (_name, clientSecret, code) => {
    const undersign = await startUndersign({ clientSecret });
    try {
      const { simulator } = undersign;
      const client = simulator.clients.get(simulator.tenant.clientId)!;
      const secrets = [...client.secrets, { value: 'old~secret', expiresAt: '2020-01-01T00:00:00Z' }];
      simulator.clients.set(client.clientId, { ...client, secrets });
      const admin = await undersign.signIn(simulator.tenant.accounts.globalAdmin.userPrincipalName);
      expect(await outcomeAt(await decideConsent(admin, { decision: 'accept', permissions: allPermissions }))).toBe(
        'failed',
      );
      const connection = await admin.api.get<Connection>('/api/connection');
      expect(connection).toMatchObject({ state: 'notConnected', lastError: code, connectedBy: null });
      expect(`${JSON.stringify(connection)}${undersign.logger.lines.join('\n')}`).not.toContain(clientSecret);
    } finally {
      await undersign.close();
    }
  });
});
