import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { Browser, REDIRECT_URI, authorizeAddress } from '../../support/browser.ts';
import type { Visit } from '../../support/browser.ts';
import { requestToken } from '../../support/graphClient.ts';

let simulator: Simulator;
let browser: Browser;

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.reset();
  browser = new Browser(simulator);
  setPreAuthorized(false);
});
afterAll(() => simulator.close());

function setPreAuthorized(preAuthorized: boolean): void {
  const client = simulator.clients.get(simulator.tenant.clientId);
  if (client) simulator.clients.set(client.clientId, { ...client, preAuthorized });
}

const teammate = () => simulator.tenant.accounts.teammate.id;
const answerOf = ({ location }: Visit) => Object.fromEntries(new URLSearchParams(location?.hash.slice(1)));

/** The page after picking the account, and what pressing one of its buttons leads to. */
async function beAsked(account: string, changes: Record<string, string> = {}) {
  const { address, verifier } = authorizeAddress(simulator, changes);
  const asked = await browser.pick(await browser.visit(address), account);
  const press = (form: Record<string, string>) => browser.visit(address.replace('/authorize?', '/consent?'), form);
  return { asked, press, address, verifier };
}

async function redeem(back: Visit, verifier: string): Promise<Record<string, unknown>> {
  const { code = '' } = answerOf(back);
  const { json } = await requestToken(simulator, 'organizations', {
    grant_type: 'authorization_code',
    client_id: simulator.tenant.clientId,
    redirect_uri: REDIRECT_URI,
    code,
    code_verifier: verifier,
  });
  return json;
}

const refresh = (token: unknown) =>
  requestToken(simulator, 'organizations', {
    grant_type: 'refresh_token',
    client_id: simulator.tenant.clientId,
    refresh_token: String(token),
    scope: `api://${simulator.tenant.clientId}/access_as_user`,
  });

test('a person is asked once for our scope and may say yes', async () => {
  const { asked, press, address, verifier } = await beAsked(teammate());
  expect(asked.text).toContain('Permissions requested');
  const { refresh_token: token } = await redeem(await press({ decision: 'accept' }), verifier);
  expect((await refresh(token)).status).toBe(200);
  expect(answerOf(await browser.visit(address))).toHaveProperty('code');
});

test('or no, which leads back with AADSTS65004', async () => {
  const { press } = await beAsked(teammate());
  expect(answerOf(await press({ decision: 'cancel' }))).toMatchObject({
    error: 'access_denied',
    error_description: expect.stringContaining('AADSTS65004'),
  });
});

test('silently it is AADSTS65001, at either endpoint', async () => {
  const { press, verifier } = await beAsked(teammate());
  const { refresh_token: token } = await redeem(await press({ decision: 'accept' }), verifier);
  simulator.consent.revoke(simulator.tenant.clientId);
  simulator.consent.grant(simulator.tenant.clientId, ['User.Read.All']);
  expect((await refresh(token)).json).toMatchObject({
    error: 'invalid_grant',
    suberror: 'consent_required',
    error_codes: [65001],
  });
  const silent = await browser.visit(authorizeAddress(simulator, { prompt: 'none' }).address);
  expect(answerOf(silent)).toMatchObject({
    error: 'interaction_required',
    error_description: expect.stringContaining('AADSTS65001'),
  });
});

test('where people may not consent, they are told to ask an administrator and cannot accept by posting either', async () => {
  simulator.consent.policy.usersMayConsent = false;
  const { asked, press } = await beAsked(teammate());
  expect(asked.text).toContain('AADSTS90094');
  expect(answerOf(await press({ decision: 'accept' }))).toMatchObject({
    error: 'access_denied',
    error_description: expect.stringContaining('AADSTS90094'),
  });
});

test.each(['an app its API trusts', 'the consent of an administrator for everybody'])(
  'nobody is asked with %s, wherever people may not consent',
  async (what) => {
    simulator.consent.policy.usersMayConsent = false;
    if (what.startsWith('an app')) setPreAuthorized(true);
    else {
      const { press } = await beAsked(simulator.tenant.accounts.globalAdmin.id);
      await press({ decision: 'accept', forAll: '1' });
      browser = new Browser(simulator);
    }
    const { asked } = await beAsked(teammate());
    expect(answerOf(asked)).toHaveProperty('code');
  },
);

test('an administrator can accept our scope for everybody on the admin consent page', async () => {
  simulator.consent.policy.usersMayConsent = false;
  const scope = `api://${simulator.tenant.clientId}/access_as_user`;
  const address = `/organizations/v2.0/adminconsent?${new URLSearchParams({
    client_id: simulator.tenant.clientId,
    scope: `${scope} openid profile offline_access`,
    redirect_uri: REDIRECT_URI,
  }).toString()}`;
  await browser.pick(await browser.visit(address), simulator.tenant.accounts.globalAdmin.id);
  const { location } = await browser.visit(address, { decision: 'accept', permission: 'access_as_user' });
  expect(location?.searchParams.get('scope')).toBe(scope);
  browser = new Browser(simulator);
  expect(answerOf((await beAsked(teammate())).asked)).toHaveProperty('code');
});

test('a second factor is asked for with the claims that a token was refused with, and once', async () => {
  setPreAuthorized(true);
  const first = await beAsked(teammate());
  const { refresh_token: token } = await redeem(first.asked, first.verifier);
  simulator.consent.policy.secondFactor.add(teammate());
  const { json } = await refresh(token);
  expect(json).toMatchObject({ error: 'interaction_required', error_codes: [50076], claims: expect.any(String) });
  const { address } = authorizeAddress(simulator, { claims: String(json['claims']) });
  const page = await browser.visit(address);
  expect(page.text).toContain('Approve sign in request');
  const { location } = await browser.visit('/_entra/second-factor', { next: address });
  expect(answerOf(await browser.visit(location?.href ?? ''))).toHaveProperty('code');
  expect((await refresh(token)).status).toBe(200);
});
