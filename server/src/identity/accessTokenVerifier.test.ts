/** @isolated: fake timers */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { UndersignError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Caller } from '../ports/identity.ts';
import { openAccessTokenVerifier } from './accessTokenVerifier.ts';

const clientId = '8c9a4a51-7a6e-4ad6-94b5-cf5c1d2a0b11';
const tenantId = '1698d3a7-5374-427e-a1aa-86568c1a6b4d';
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
const now = new Date('2026-03-01T12:00:00Z');
const seconds = now.getTime() / 1000;

type Key = Awaited<ReturnType<typeof generateKeyPair>>;

/** An authority that only publishes keys, so that each claim can be wrong on its own. */
class KeyServer {
  readonly published = new Map<string, Key>();
  /** Whose tokens a key may sign, as far as it says so. */
  readonly issuers = new Map<string, string>();
  asked = 0;
  answer: 'keys' | 'error' | 'nonsense' | 'silence' | 'empty' | 'endless' = 'keys';
  readonly #server: Server = createServer((request, response) => {
    this.asked += 1;
    if (this.answer === 'silence') request.socket.destroy();
    else if (this.answer === 'error') response.writeHead(503).end('{}');
    else if (this.answer === 'nonsense') response.end('<html>sign in to the hotel</html>');
    else if (this.answer === 'empty') response.end('{"keys":[]}');
    else if (this.answer === 'endless') {
      const send = (): void => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
      };
      response.on('drain', send);
      send();
    } else void this.#keys().then((keys) => response.end(JSON.stringify({ keys })));
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  #keys(): Promise<object[]> {
    return Promise.all(
      [...this.published].map(async ([kid, { publicKey }]) => {
        const issuer = this.issuers.get(kid);
        return { ...(await exportJWK(publicKey)), kid, use: 'sig', ...(issuer !== undefined && { issuer }) };
      }),
    );
  }
}

describe('access tokens for our own API', () => {
  const authority = new KeyServer();
  let url: string;
  let key: Key;
  let stranger: Key;
  beforeAll(async () => {
    [url, key, stranger] = [await authority.start(), await generateKeyPair('RS256'), await generateKeyPair('RS256')];
    authority.published.set('first', key);
  });
  afterEach(() => {
    authority.answer = 'keys';
    authority.issuers.clear();
    authority.published.delete('other');
    jest.useRealTimers();
  });
  afterAll(() => authority.close());

  const claims = (change: JWTPayload = {}): JWTPayload => ({
    iss: `${url}/${tenantId}/v2.0`,
    aud: clientId,
    tid: tenantId,
    oid: 'C7099214-29E6-4A97-8B9B-D10539F76D65',
    azp: clientId,
    scp: 'openid access_as_user',
    ver: '2.0',
    name: 'Anna Vermeer',
    preferred_username: 'anna@lindenhof.example',
    wids: ['62e90394-69f5-4237-9190-012177145e10'],
    iat: seconds,
    nbf: seconds,
    exp: seconds + 3600,
    ...change,
  });
  const signed = (payload: JWTPayload, by: Key = key, header: { alg?: string; kid?: string } = {}) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'first', ...header }).sign(by.privateKey);
  const open = (clock: Clock = { now: () => now, sleep: () => Promise.resolve() }) =>
    openAccessTokenVerifier({
      entraAuthority: url,
      clientId,
      scope: 'access_as_user',
      clock,
    });
  const codeOf = async (verifying: Promise<Caller>): Promise<string> => {
    try {
      await verifying;
      return 'accepted';
    } catch (error) {
      return error instanceof UndersignError ? error.code : String(error);
    }
  };

  test('a good one says who calls, with ids in lower case', async () => {
    expect(await open().verify(await signed(claims()))).toEqual({
      tenantId,
      userId: 'c7099214-29e6-4a97-8b9b-d10539f76d65',
      displayName: 'Anna Vermeer',
      userPrincipalName: 'anna@lindenhof.example',
      directoryRoles: ['62e90394-69f5-4237-9190-012177145e10'],
      appRoles: [],
    });
  });

  const without = (name: string): JWTPayload =>
    Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));

  test.each<[string, () => JWTPayload, string]>([
    ['meant for another audience', () => claims({ aud: 'https://graph.microsoft.com' }), 'token-invalid'],
    ['of another issuer', () => claims({ iss: `https://sts.windows.net/${tenantId}/` }), 'token-invalid'],
    ['whose issuer is another tenant’s', () => claims({ iss: `${url}/${clientId}/v2.0` }), 'token-invalid'],
    ['whose tenant is no id', () => claims({ tid: 'organizations' }), 'token-invalid'],
    ['of a personal account', () => claims({ tid: personal, iss: `${url}/${personal}/v2.0` }), 'token-invalid'],
    ['of the first version', () => claims({ ver: '1.0' }), 'token-invalid'],
    ['given to another client', () => claims({ azp: tenantId }), 'token-invalid'],
    ['without our scope', () => claims({ scp: 'openid profile' }), 'token-invalid'],
    ['with a scope that only begins like ours', () => claims({ scp: 'access_as_user_too' }), 'token-invalid'],
    ['of an application', () => ({ ...without('scp'), roles: ['User.Read.All'], idtyp: 'app' }), 'token-invalid'],
    ['that is an ID token', () => ({ ...without('scp'), azp: undefined, nonce: 'n' }), 'token-invalid'],
    ['whose scope is a list', () => claims({ scp: ['access_as_user'] }), 'token-invalid'],
    [
      'for two audiences, one of them ours, given to another client',
      () => claims({ aud: [clientId, 'x'], azp: 'x' }),
      'token-invalid',
    ],
    ['without a person', () => without('oid'), 'token-invalid'],
    ['that never expires', () => without('exp'), 'token-invalid'],
    ['that expired two minutes ago', () => claims({ exp: seconds - 120 }), 'token-expired'],
    ['that is not valid yet', () => claims({ nbf: seconds + 600 }), 'token-invalid'],
    ['that expired half a minute ago, which clocks may differ by', () => claims({ exp: seconds - 30 }), 'accepted'],
  ])('one %s', async (_name, payload, code) => {
    expect(await codeOf(open().verify(await signed(payload())))).toBe(code);
  });

  test('one signed by somebody else under our key’s name is refused', async () => {
    expect(await codeOf(open().verify(await signed(claims(), stranger)))).toBe('token-invalid');
  });

  test.each<[string, () => string | undefined, string]>([
    ['of any tenant', () => `${url}/{tenantid}/v2.0`, 'accepted'],
    ['of this very tenant', () => `${url}/${tenantId}/v2.0`, 'accepted'],
    ['that says nothing', () => undefined, 'accepted'],
    ['of personal accounts', () => `${url}/${personal}/v2.0`, 'token-invalid'],
    ['of any tenant of another cloud', () => 'https://login.example/{tenantid}/v2.0', 'token-invalid'],
  ])('a perfect one signed by a key %s', async (_name, issuer, code) => {
    const said = issuer();
    authority.published.set('other', stranger);
    authority.issuers.set('first', `${url}/{tenantid}/v2.0`);
    if (said !== undefined) authority.issuers.set('other', said);
    expect(await codeOf(open().verify(await signed(claims(), stranger, { kid: 'other' })))).toBe(code);
  });

  test('one that was changed after signing is refused', async () => {
    const [head, , signature] = (await signed(claims())).split('.');
    const body = Buffer.from(JSON.stringify(claims({ wids: ['admin'] }))).toString('base64url');
    expect(await codeOf(open().verify(`${head ?? ''}.${body}.${signature ?? ''}`))).toBe('token-invalid');
  });

  test('one without a signature is refused', async () => {
    expect(await codeOf(open().verify(new UnsecuredJWT(claims()).encode()))).toBe('token-invalid');
  });

  test.each([
    ['as published', async () => JSON.stringify(await exportJWK(key.publicKey))],
    ['as PEM', () => exportSPKI(key.publicKey)],
  ])('one signed with the public key as a shared secret is refused: %s', async (_name, write) => {
    const secret = new TextEncoder().encode(await write());
    const forged = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(secret);
    expect(await codeOf(open().verify(forged))).toBe('token-invalid');
  });

  test('a flood of keys nobody knows asks the authority once, and good tokens go on being accepted', async () => {
    const verifier = open();
    expect(await codeOf(verifier.verify(await signed(claims())))).toBe('accepted');
    const before = authority.asked;
    const forged = Array.from({ length: 200 }, (_, at) => signed(claims(), stranger, { kid: `unknown-${String(at)}` }));
    const codes = await Promise.all(forged.map(async (token) => codeOf(verifier.verify(await token))));
    expect(new Set(codes)).toEqual(new Set(['token-invalid']));
    expect(authority.asked - before).toBeLessThanOrEqual(1);
    expect(await codeOf(verifier.verify(await signed(claims())))).toBe('accepted');
  });

  test.each(['', 'x', 'a.b.c', '...', 'ey.ey.ey', 'null'])('rubbish is refused: “%s”', async (token) => {
    expect(await codeOf(open().verify(token))).toBe('token-invalid');
  });

  test.each(['error', 'nonsense', 'silence', 'endless'] as const)(
    'with the authority down (%s) the caller is not told to sign in again',
    async (answer) => {
      authority.answer = answer;
      expect(await codeOf(open().verify(await signed(claims())))).toBe('entra-unavailable');
    },
  );

  test.each(['error', 'nonsense', 'silence', 'empty', 'endless'] as const)(
    'with the authority down (%s) the keys it gave last are good for a day',
    async (answer) => {
      jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'clearTimeout', 'queueMicrotask'] });
      let passed = 0;
      const verifier = open({ now: () => new Date(now.getTime() + passed), sleep: () => Promise.resolve() });
      const later = async (milliseconds: number) => {
        passed += milliseconds;
        jest.setSystemTime(Date.now() + milliseconds);
        return codeOf(verifier.verify(await signed(claims({ exp: seconds + 7 * 24 * 3600 }))));
      };
      expect(await later(0)).toBe('accepted');
      authority.answer = answer;
      for (let hour = 1; hour < 24; hour += 1) expect([hour, await later(3600_000)]).toEqual([hour, 'accepted']);
      expect(await later(2 * 3600_000)).toBe('entra-unavailable');
      authority.answer = 'keys';
      expect(await later(60_000)).toBe('accepted');
    },
  );

  test('a key that is new is fetched, and one that is gone no longer counts', async () => {
    const verifier = open();
    expect(await codeOf(verifier.verify(await signed(claims())))).toBe('accepted');
    authority.published.set('second', stranger);
    authority.published.delete('first');
    const fresh = await signed(claims(), stranger, { kid: 'second' });
    // Keys are asked for at most every half minute, so that forged key names cannot flood the authority.
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'clearTimeout', 'queueMicrotask'] });
    jest.setSystemTime(Date.now() + 31_000);
    expect(await codeOf(verifier.verify(fresh))).toBe('accepted');
    expect(await codeOf(verifier.verify(await signed(claims())))).toBe('token-invalid');
    authority.published.set('first', key);
  });
});
