import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '../../../src/contract/endpoints.ts';
import { repositoryRoot } from '../../support/cruise.ts';
import { makeCertificate } from '../../support/makeCertificate.ts';
import { changeOwn, ownForm } from '../../support/people/registration.ts';
import { runData } from '../../support/sync/runData.ts';
import { makeScratchFolder } from '../../support/processes/scratchFolder.ts';
import type { SignedIn } from '../../support/http/signIn.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { everyone } from '../../support/people/selections.ts';

const canary = (name: string): string => `${name}-${randomBytes(12).toString('hex')}`;

/** What an operator, an admin or Microsoft gives to the server for its eyes alone, by name. */
const planted: Record<string, string> = {
  ownSecret: canary('own'),
  wrongSecret: canary('wrong'),
  misplacedSecret: canary('misplaced'),
  consentCode: canary('code'),
  queryToken: canary('query'),
  metricsToken: canary('metrics'),
  encryptionKey: randomBytes(32).toString('base64'),
};

/** As it is, and as it looks in an address, in base64 or in hex. */
const writings = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
];

/** The names of the secrets that stand in a text or in bytes. */
const foundIn = (bytes: Buffer | string): readonly string[] =>
  Object.entries(planted)
    .filter(([, secret]) => writings(secret).some((written) => bytes.includes(written)))
    .map(([name]) => name);

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz') && !entry.name.endsWith('.br'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));

describe('what is told to the server for its eyes alone', () => {
  let undersign: Undersign;
  let admin: SignedIn & { readonly api: ApiClient };
  const heard: string[] = [];
  const ask = async (path: string, init: RequestInit = {}): Promise<number> => {
    const response = await admin.api.raw(path, init);
    heard.push(JSON.stringify([...response.headers]), await response.text());
    return response.status;
  };
  const send = (method: string, path: string, body: unknown): Promise<number> =>
    ask(path, { method, body: typeof body === 'string' ? body : JSON.stringify(body) });

  beforeAll(async () => {
    const { encryptionKey = '', metricsToken = '' } = planted;
    undersign = await startUndersign({ env: { ENCRYPTION_KEY: encryptionKey, METRICS_TOKEN: metricsToken } });
    admin = await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName);
    const made = makeCertificate();
    planted['accessToken'] = admin.accessToken;
    planted['installationSecret'] = undersign.simulator.tenant.clientSecret;
    planted['certificateKey'] = made.privateKey.split('\n')[3] ?? '';
    changeOwn(undersign.simulator, {
      secrets: [{ value: planted['ownSecret'] ?? '' }],
      certificates: [made.publicKey],
    });
    const own = ownForm(undersign.simulator);
    const registration = '/api/connection/registration';
    expect(await send('PUT', registration, { ...own, clientSecret: planted['wrongSecret'] })).toBe(422);
    expect(await send('PUT', registration, { ...own, clientSecret: null, certificate: made.pem })).toBe(200);
    expect(await send('PUT', registration, { ...own, clientSecret: planted['ownSecret'] })).toBe(200);
  });
  afterAll(() => undersign.close());

  /** In every place where somebody may put one by mistake. */
  const misplace = async (): Promise<void> => {
    const { misplacedSecret = '', queryToken = '', consentCode = '' } = planted;
    await send('PUT', '/api/connection/registration', { clientSecret: { value: misplacedSecret } });
    await send('PUT', '/api/connection/registration', `{"clientSecret":"${misplacedSecret}"`);
    await send('PUT', '/api/settings', { [misplacedSecret]: misplacedSecret });
    await send('POST', '/api/keys', { name: 'x', scopes: [misplacedSecret] });
    await send('POST', '/api/webhooks', { url: `https://user:${misplacedSecret}@example.com`, events: [] });
    await send('POST', '/api/notifications', { value: [{ clientState: misplacedSecret }] });
    await ask(`/api/teammates?search=&access_token=${queryToken}`);
    await ask(`/nothing/here?token=${queryToken}`);
    await ask(`/api/connection/consent/callback?state=none&code=${consentCode}&error_description=${consentCode}`);
    for (const authorization of [
      `Bearer ${misplacedSecret}`,
      `Bearer usk_${misplacedSecret}`,
      `Basic ${misplacedSecret}`,
    ])
      await ask('/api/session', { headers: { authorization } });
  };

  test('comes back in no answer, no error, no metric and no line of the log', async () => {
    await misplace();
    await admin.api.put('/api/selection', { selection: everyone, revision: 0 });
    await admin.api.finished(await admin.api.post('/api/sync/runs'));
    const readable = Object.values(endpoints)
      .filter(({ method, path }) => method === 'get' && !path.includes('{') && path !== '/api/events')
      .map(({ path }) => path);
    expect(readable.length).toBeGreaterThan(20);
    for (const path of [...readable, '/', '/manifest.xml']) await ask(path);
    const headers = { authorization: `Bearer ${planted['metricsToken'] ?? ''}` };
    expect(await ask('/metrics', { headers })).toBe(200);
    expect(heard.flatMap(foundIn)).toEqual([]);
    expect(undersign.logger.lines.length).toBeGreaterThan(5);
    expect(undersign.logger.lines.flatMap(foundIn)).toEqual([]);
  });

  test('a key or webhook shows its secret once, to whoever made it, and it is kept nowhere', async () => {
    const made = await Promise.all([
      admin.api.post<{ secret: string }>('/api/keys', { name: 'canary', scopes: ['runs:read'], expiresAt: null }),
      admin.api.post<{ secret: string }>('/api/webhooks', {
        url: 'https://93.184.215.14/hook',
        events: ['run.finished'],
      }),
    ]);
    made.forEach(({ secret }, at) => (planted[`shown${String(at)}`] = secret));
    for (const path of ['/api/keys', '/api/webhooks', '/api/audit']) expect(await ask(path)).toBe(200);
    expect(heard.flatMap(foundIn)).toEqual([]);
  });

  test('stands in no database file, no export and no file that is sent to browsers', async () => {
    expect(foundIn(await undersign.store.bytes())).toEqual([]);
    const file = join(makeScratchFolder(), 'export.ndjson');
    const place = { ...undersign.store.env, ENCRYPTION_KEY: planted['encryptionKey'] ?? '' };
    const { code, out, err } = await runData(place, ['export', file]);
    expect(code).toBe(0);
    expect([out, err, readFileSync(file, 'latin1')].flatMap(foundIn)).toEqual([]);
    const bundle = textsIn(join(repositoryRoot, 'dist'));
    expect(bundle.length).toBeGreaterThan(20);
    expect(bundle.flatMap(foundIn)).toEqual([]);
  });
});
