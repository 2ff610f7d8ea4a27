import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { SignJWT, createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { requestAppToken, requestToken } from '../../support/graphClient.ts';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.reset();
});
afterAll(() => simulator.close());

const GRAPH = 'https://graph.microsoft.com/.default';

test('unmodified msal-node gets an app token that jose verifies', async () => {
  const { id: tid, clientId, clientSecret } = simulator.tenant;
  simulator.consent.grant(clientId, ['User.Read.All']);
  const host = 'login.demo.invalid';
  const app = new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret,
      authority: `https://${host}/${tid}`,
      knownAuthorities: [host],
      authorityMetadata: simulator.authorityMetadata(),
      cloudDiscoveryMetadata: JSON.stringify({
        tenant_discovery_endpoint: `https://${host}/${tid}/v2.0/.well-known/openid-configuration`,
        metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
      }),
    },
  });
  const result = await app.acquireTokenByClientCredential({ scopes: [GRAPH] });
  const keys = createRemoteJWKSet(new URL(`${simulator.url}/${tid}/discovery/v2.0/keys`));
  const { payload } = await jwtVerify(result?.accessToken ?? '', keys, {
    issuer: `${simulator.url}/${tid}/v2.0`,
    audience: 'https://graph.microsoft.com',
  });
  expect(payload).toMatchObject({ tid, azp: clientId, roles: ['User.Read.All'], idtyp: 'app' });
  expect(payload).not.toHaveProperty('scp');
});

test('the discovery document of a shared entrance has the issuer template, that of a tenant its id', async () => {
  const issuer = async (tenant: string) => {
    const response = await fetch(`${simulator.url}/${tenant}/v2.0/.well-known/openid-configuration`);
    return ((await response.json()) as { issuer: string }).issuer;
  };
  expect(await issuer('organizations')).toBe(`${simulator.url}/{tenantid}/v2.0`);
  expect(await issuer('lindenhof.example')).toBe(`${simulator.url}/${simulator.tenant.id}/v2.0`);
});

test('keys say for which issuers they sign, with the tenant left open', async () => {
  for (const tenant of ['common', simulator.tenant.id]) {
    const response = await fetch(`${simulator.url}/${tenant}/discovery/v2.0/keys`);
    const { keys } = (await response.json()) as { keys: { issuer: string }[] };
    expect(keys.map(({ issuer }) => issuer)).toEqual([`${simulator.url}/{tenantid}/v2.0`]);
  }
});

test('an app nobody consented to is refused with AADSTS700016 in the shape of Microsoft', async () => {
  const { status, json } = await requestAppToken(simulator);
  expect(status).toBe(400);
  expect(json).toEqual({
    error: 'unauthorized_client',
    error_description: expect.stringMatching(/^AADSTS700016: .* Trace ID: .* Correlation ID: .* Timestamp: /),
    error_codes: [700016],
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
    trace_id: expect.any(String),
    correlation_id: expect.any(String),
    error_uri: expect.any(String),
  });
});

test('a wrong secret, an expired secret, an unknown tenant and a shared entrance are told apart', async () => {
  const { ownRegistration, clientId } = simulator.tenant;
  simulator.consent.grant(clientId, []);
  const codes = async (changes: Record<string, string>) => {
    const { json } = await requestAppToken(simulator, changes);
    return [json['error'], json['error_codes']];
  };
  expect(await codes({ client_secret: 'wrong' })).toEqual(['invalid_client', [7000215]]);
  const expired = { client_id: ownRegistration.clientId, client_secret: ownRegistration.expiredSecret };
  expect(await codes(expired)).toEqual(['invalid_client', [7000222]]);
  expect(await codes({ tenant: '00000000-0000-4000-8000-000000000000' })).toEqual(['invalid_request', [90002]]);
  expect(await codes({ tenant: 'organizations' })).toEqual(['invalid_request', [50059]]);
  expect(await codes({ client_id: '11111111-0000-4000-8000-000000000000' })).toEqual(['unauthorized_client', [700016]]);
  expect(await codes({ scope: 'User.Read.All' })).toEqual(['invalid_scope', [1002012]]);
  expect(await codes({ client_secret: '' })).toEqual(['invalid_client', [7000215]]);
});

test('a token without roles is issued when the app is in the tenant but nothing was granted', async () => {
  simulator.consent.grant(simulator.tenant.clientId, []);
  const { json } = await requestAppToken(simulator);
  expect(decodeJwt(String(json['access_token']))).not.toHaveProperty('roles');
});

test('an issued token does not gain roles granted later', async () => {
  const { clientId } = simulator.tenant;
  simulator.consent.grant(clientId, ['User.Read.All']);
  const before = await requestAppToken(simulator);
  simulator.consent.grant(clientId, ['GroupMember.Read.All']);
  const answer = await fetch(`${simulator.url}/v1.0/groups`, {
    headers: { authorization: `Bearer ${String(before.json['access_token'])}` },
  });
  expect(answer.status).toBe(403);
});

test('the registration a customer made is consented from the start and is of a single tenant', async () => {
  const { ownRegistration: own, id } = simulator.tenant;
  const fields = { client_id: own.clientId, client_secret: own.clientSecret };
  const { json } = await requestAppToken(simulator, { ...fields, tenant: id });
  expect(decodeJwt(String(json['access_token']))['roles']).toContain('User.Read.All');
  expect((await requestAppToken(simulator, { ...fields, tenant: 'organizations' })).json['error_codes']).toEqual([
    50194,
  ]);
});

test('a certificate proves an app as well as a secret, and a foreign one does not', async () => {
  const { clientId, id } = simulator.tenant;
  const [known, foreign] = [
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ];
  const registration = simulator.clients.get(clientId);
  if (!registration) throw new Error('The publisher app is registered');
  simulator.clients.set(clientId, {
    ...registration,
    certificates: [known.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
  });
  simulator.consent.grant(clientId, ['User.Read.All']);
  const ask = async (algorithm: string, { privateKey }: typeof known) =>
    requestToken(simulator, id, {
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: GRAPH,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await new SignJWT({})
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(clientId)
        .setSubject(clientId)
        .setAudience(`${simulator.url}/${id}/oauth2/v2.0/token`)
        .setExpirationTime('5 minutes')
        .sign(privateKey),
    });
  expect((await ask('RS256', known)).status).toBe(200);
  expect((await ask('PS256', known)).status).toBe(200);
  expect((await ask('RS256', foreign)).json['error_codes']).toEqual([700027]);
});
