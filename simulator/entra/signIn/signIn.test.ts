import { afterAll, beforeEach, beforeAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
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
});
afterAll(() => simulator.close());

async function signIn(
  account: string,
  changes: Record<string, string> = {},
): Promise<{ back: Visit; verifier: string }> {
  const { address, verifier } = authorizeAddress(simulator, changes);
  return { back: await browser.pick(await browser.visit(address), account), verifier };
}

async function redeem({ back, verifier }: { back: Visit; verifier: string }, changes: Record<string, string> = {}) {
  const answer = new URLSearchParams(back.location?.hash.slice(1));
  return requestToken(simulator, 'organizations', {
    grant_type: 'authorization_code',
    client_id: simulator.tenant.clientId,
    redirect_uri: REDIRECT_URI,
    code: answer.get('code') ?? '',
    code_verifier: verifier,
    client_info: '1',
    ...changes,
  });
}

test('a person who never saw the app signs in with PKCE and gets a token for our API, before any admin consented', async () => {
  const { id: tid, clientId, accounts } = simulator.tenant;
  const attempt = await signIn(accounts.teammate.id);
  expect(new URLSearchParams(attempt.back.location?.hash.slice(1)).get('state')).toBe('the state');
  const { json } = await redeem(attempt);
  const keys = createRemoteJWKSet(new URL(`${simulator.url}/${tid}/discovery/v2.0/keys`));
  const { payload } = await jwtVerify(String(json['access_token']), keys, {
    issuer: `${simulator.url}/${tid}/v2.0`,
    audience: clientId,
  });
  expect(payload).toMatchObject({
    tid,
    oid: accounts.teammate.id,
    azp: clientId,
    scp: 'access_as_user',
    ver: '2.0',
    preferred_username: accounts.teammate.userPrincipalName,
    wids: ['b79fbf4d-3ef9-4689-8143-76b194e85509'],
  });
  expect(payload).not.toHaveProperty('roles');
  expect(decodeJwt(String(json['id_token']))).toMatchObject({
    nonce: 'the nonce',
    aud: clientId,
    oid: accounts.teammate.id,
  });
  expect(JSON.parse(Buffer.from(String(json['client_info']), 'base64url').toString())).toEqual({
    uid: accounts.teammate.id,
    utid: tid,
  });
});

test('a Global Administrator is told from others by wids', async () => {
  const { json } = await redeem(await signIn('anna.vermeer@lindenhof.example'));
  expect(decodeJwt(String(json['access_token']))['wids']).toContain('62e90394-69f5-4237-9190-012177145e10');
});

test('the signature administrator has the role of our app in tokens for our API', async () => {
  const designer = simulator.tenant.accounts.designer?.id ?? '';
  const { json } = await redeem(await signIn(designer));
  expect(decodeJwt(String(json['access_token']))['roles']).toEqual(['Undersign.Designer']);
});

test('the auditor has the role of our app in tokens for our API, and in no others', async () => {
  const auditor = simulator.tenant.accounts.auditor?.id ?? '';
  const { json } = await redeem(await signIn(auditor));
  expect(decodeJwt(String(json['access_token']))['roles']).toEqual(['Undersign.Auditor']);
  const scope = 'https://graph.microsoft.com/User.Read';
  const form = { grant_type: 'refresh_token', client_id: simulator.tenant.clientId, scope };
  const graph = await requestToken(simulator, 'organizations', {
    ...form,
    refresh_token: String(json['refresh_token']),
  });
  expect(decodeJwt(String(graph.json['access_token']))).not.toHaveProperty('roles');
});

test('two tokens of the same second differ', async () => {
  const { json } = await redeem(await signIn(simulator.tenant.accounts.dutch.id));
  const form = {
    grant_type: 'refresh_token',
    client_id: simulator.tenant.clientId,
    refresh_token: String(json['refresh_token']),
    scope: 'User.Read',
  };
  const [one, two] = [
    await requestToken(simulator, 'organizations', form),
    await requestToken(simulator, 'organizations', form),
  ];
  expect(one.json['access_token']).not.toBe(two.json['access_token']);
});

test('one refresh token serves our API and Graph', async () => {
  const { json } = await redeem(await signIn(simulator.tenant.accounts.teammate.id));
  const { clientId } = simulator.tenant;
  const refresh = (scope: string) =>
    requestToken(simulator, 'organizations', {
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: String(json['refresh_token']),
      scope,
    });
  const graph = decodeJwt(String((await refresh('https://graph.microsoft.com/User.Read')).json['access_token']));
  const api = decodeJwt(String((await refresh(`api://${clientId}/access_as_user`)).json['access_token']));
  expect([graph.aud, graph['scp']]).toEqual(['https://graph.microsoft.com', 'User.Read']);
  expect(api.aud).toBe(clientId);
  expect((await refresh(`api://${clientId}/access_as_user User.Read`)).json['error_codes']).toEqual([28000]);
  expect((await refresh('User.Read.All')).json['error_codes']).toEqual([65001]);
});

test('a refresh token is void after the user is signed out, disabled, or a day has passed', async () => {
  const { json } = await redeem(await signIn(simulator.tenant.accounts.teammate.id));
  const form = {
    grant_type: 'refresh_token',
    client_id: simulator.tenant.clientId,
    refresh_token: String(json['refresh_token']),
    scope: 'openid',
  };
  const codes = async () => (await requestToken(simulator, 'organizations', form)).json['error_codes'];
  simulator.directory.updateUser(simulator.tenant.accounts.teammate.id, { accountEnabled: false });
  expect(await codes()).toEqual([50057]);
  simulator.directory.updateUser(simulator.tenant.accounts.teammate.id, { accountEnabled: true });
  expect(await codes()).toBeUndefined();
  simulator.clock.advance(25 * 60 * 60 * 1000);
  expect(await codes()).toEqual([700084]);
});

test('a code is good for one try, for its own verifier and redirect address', async () => {
  const attempt = await signIn(simulator.tenant.accounts.teammate.id);
  expect((await redeem(attempt)).status).toBe(200);
  expect((await redeem(attempt)).json).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  const wrong = await signIn(simulator.tenant.accounts.teammate.id, { prompt: 'select_account' });
  expect((await redeem(wrong, { code_verifier: 'something else' })).json['error_codes']).toEqual([501481]);
  const elsewhere = await signIn(simulator.tenant.accounts.teammate.id, { prompt: 'select_account' });
  expect((await redeem(elsewhere, { redirect_uri: 'http://localhost:3000/other' })).json['error_codes']).toEqual([
    500112,
  ]);
});

test('a code without PKCE needs the secret of the app', async () => {
  const noPkce = { code_challenge: '', code_challenge_method: '' };
  const attempt = await signIn(simulator.tenant.accounts.teammate.id, noPkce);
  expect((await redeem(attempt)).json['error_codes']).toEqual([7000218]);
  const again = await signIn(simulator.tenant.accounts.teammate.id, { ...noPkce, prompt: 'select_account' });
  expect((await redeem(again, { client_secret: simulator.tenant.clientSecret })).status).toBe(200);
});

test('a disabled account is refused with AADSTS50057, a stranger with AADSTS50034', async () => {
  expect((await signIn(simulator.tenant.accounts.disabled.id)).back).toMatchObject({
    status: 400,
    text: expect.stringContaining('AADSTS50057'),
  });
  expect((await signIn('nobody@lindenhof.example')).back.text).toContain('AADSTS50034');
});

test('an address that is not registered is shown AADSTS50011 and never redirected to', async () => {
  const { address } = authorizeAddress(simulator, { redirect_uri: 'https://evil.example/auth' });
  expect(await browser.visit(address)).toMatchObject({
    location: undefined,
    text: expect.stringContaining('AADSTS50011'),
  });
  const lookalike = authorizeAddress(simulator, { redirect_uri: 'http://localhost:3000.evil.example/' });
  expect((await browser.visit(lookalike.address)).text).toContain('AADSTS50011');
});

test('the second sign-in needs no choice, select_account asks again, none fails without a session', async () => {
  const { address } = authorizeAddress(simulator);
  const silent = await browser.visit(authorizeAddress(simulator, { prompt: 'none' }).address);
  expect(new URLSearchParams(silent.location?.hash.slice(1)).get('error')).toBe('login_required');
  await browser.pick(await browser.visit(address), simulator.tenant.accounts.teammate.id);
  expect((await browser.visit(address)).location?.hash).toContain('code=');
  expect((await browser.visit(authorizeAddress(simulator, { prompt: 'none' }).address)).location?.hash).toContain(
    'code=',
  );
  expect((await browser.visit(authorizeAddress(simulator, { prompt: 'select_account' }).address)).text).toContain(
    'Pick an account',
  );
  const other = authorizeAddress(simulator, { login_hint: 'zoe.thooft@lindenhof.example' });
  expect((await browser.visit(other.address)).text).toContain('value="zoe.thooft@lindenhof.example"');
});

test('codes come back in the query, the fragment or a form, as asked', async () => {
  const inQuery = await signIn(simulator.tenant.accounts.teammate.id, { response_mode: 'query' });
  expect(inQuery.back.location?.searchParams.get('code')).toBeTruthy();
  const inForm = await browser.visit(authorizeAddress(simulator, { response_mode: 'form_post' }).address);
  expect(inForm.text).toMatch(/<form method="post" action="http:\/\/localhost:3000\/auth.html">.*name="code"/s);
});

test('signing out ends the session and leads back to the app', async () => {
  await signIn(simulator.tenant.accounts.teammate.id);
  const out = await browser.visit(
    '/organizations/oauth2/v2.0/logout?post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fbye&state=s',
  );
  expect(out.location?.href).toBe('http://localhost:3000/bye?state=s');
  expect((await browser.visit(authorizeAddress(simulator).address)).text).toContain('Pick an account');
});

test('the picker never leads to another server', async () => {
  const { status, location } = await browser.visit('/_entra/sign-in', {
    next: '//evil.example',
    account: simulator.tenant.accounts.teammate.id,
  });
  expect([status, location]).toEqual([400, undefined]);
});

test('the token endpoint may be called by a page of another origin', async () => {
  const response = await fetch(`${simulator.url}/organizations/oauth2/v2.0/token`, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:3000' },
  });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
});
