import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from './startSimulator.ts';
import { startSimulator } from './startSimulator.ts';
import { generateDirectory } from './seed/generateDirectory.ts';
import { countCalls } from './support/countCalls.ts';
import { startReceiver } from './support/receiver.ts';
import { GraphClient, requestAppToken, requestToken } from './support/graphClient.ts';

let folder: string;
const running: Simulator[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.close()));
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function start(options: Parameters<typeof startSimulator>[0] = {}): Promise<Simulator> {
  const simulator = await startSimulator(options);
  running.push(simulator);
  return simulator;
}

async function control(simulator: { url: string }, path: string, body?: unknown) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${simulator.url}/_simulator${path}`, body === undefined ? {} : init);
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

test('consent, keys and refresh tokens outlive a restart with the same state file', async () => {
  const stateFile = join(folder, 'state', 'simulator.json');
  const first = await start({ stateFile });
  const client = await GraphClient.open(first);
  const { deltaLink } = await client.follow('/users/delta?$deltatoken=latest');
  await running.pop()?.close();
  const second = await start({ stateFile });
  expect((await requestAppToken(second)).status).toBe(200);
  expect((await client.get(`${second.url}/v1.0/organization`)).status).toBe(200);
  expect((await client.get(deltaLink.replace(first.url, second.url))).status).toBe(410);
});

test('without a state file every start is a tenant that never heard of the app', async () => {
  expect((await requestAppToken(await start())).json['error_codes']).toEqual([700016]);
});

test('a port in use is said in words', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(startSimulator({ port })).rejects.toThrow(`Port ${port} is in use`);
});

test('reset brings back seed, clock, consent, faults and knobs', async () => {
  const simulator = await start();
  const client = await GraphClient.open(simulator);
  simulator.directory.hardDeleteUser(simulator.tenant.accounts.teammate.id);
  simulator.clock.advance(1e9);
  simulator.faults.add({ kind: 'status', status: 500 });
  simulator.behaviour.emptyPages = 3;
  simulator.reset();
  expect(Math.abs(simulator.clock.now() - Date.now())).toBeLessThan(60_000);
  expect([simulator.faults.list(), simulator.behaviour.emptyPages]).toEqual([[], 0]);
  expect(simulator.consent.of(simulator.tenant.clientId)).toBeUndefined();
  expect((await client.get(`/users/${simulator.tenant.accounts.teammate.id}`)).status).toBe(200);
});

test('another process can do over HTTP what this one does in code', async () => {
  const simulator = await start();
  const client = await GraphClient.open(simulator);
  const { teammate, dutch } = simulator.tenant.accounts;
  const mutations = [
    { op: 'updateUser', id: teammate.userPrincipalName, properties: { jobTitle: 'Director' } },
    { op: 'setManager', id: dutch.id, managerId: teammate.userPrincipalName },
    { op: 'addGroup', properties: { displayName: 'New group' } },
    { op: 'softDeleteUser', id: simulator.tenant.accounts.reader.id },
  ];
  const { json } = await control(simulator, '/directory', mutations);
  expect((json['results'] as unknown[])[2]).toMatchObject({ displayName: 'New group' });
  expect((await client.get(`/users/${teammate.id}?$select=jobTitle`)).json).toMatchObject({ jobTitle: 'Director' });
  expect((await client.get(`/users/${dutch.id}/manager`)).json).toMatchObject({ id: teammate.id });
  await control(simulator, '/faults', { kind: 'status', status: 503, times: 1 });
  expect((await client.get('/users')).status).toBe(503);
  await control(simulator, '/clock', { advance: 3_600_000 });
  expect((await client.get('/users')).status).toBe(401);
  await control(simulator, '/consent', { revoke: true });
  expect((await requestAppToken(simulator)).status).toBe(400);
  await control(simulator, '/consent', { grant: ['User.Read.All'] });
  expect((await requestAppToken(simulator)).status).toBe(200);
  expect((await control(simulator, '/behaviour', { emptyPages: 1 })).json).toMatchObject({ emptyPages: 1 });
  expect((await control(simulator, '')).json).toMatchObject({
    url: simulator.url,
    tenant: { id: simulator.tenant.id },
  });
  expect((await control(simulator, '/directory', { op: 'nonsense' })).status).toBe(400);
  expect((await control(simulator, '/directory', { op: 'deleteGroup', id: 'nobody' })).status).toBe(400);
});

test('another process can turn the knobs of notifications, and make them be sent', async () => {
  const simulator = await start();
  const receiver = await startReceiver();
  const client = await GraphClient.open(simulator);
  await client.post('/subscriptions', {
    changeType: 'updated',
    notificationUrl: receiver.url,
    lifecycleNotificationUrl: receiver.url,
    resource: '/users',
    expirationDateTime: new Date(simulator.clock.now() + 3_600_000).toISOString(),
  });
  await control(simulator, '/notifications', { hold: true });
  simulator.directory.updateUser(simulator.tenant.accounts.teammate.id, { jobTitle: 'Director' });
  const { json } = await control(simulator, '/notifications', { deliver: true, challenge: true });
  expect(json).toMatchObject({
    knobs: { hold: true },
    deliveries: [{ status: 202 }],
    subscriptions: [{ resource: '/users' }],
  });
  expect(receiver.posts.flat()).toHaveLength(2);
  const forged = { forge: { notification: { clientState: 'guessed' } } };
  expect((await control(simulator, '/notifications', forged)).json).toMatchObject({ forged: 202 });
  expect((await control(simulator, '/notifications')).json).toMatchObject({ knobs: { hold: true } });
  await receiver.close();
});

test('a control request a web page could send without asking is not obeyed', async () => {
  const simulator = await start();
  const body = JSON.stringify({ kind: 'status', status: 500 });
  await fetch(`${simulator.url}/_simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body,
  });
  expect(simulator.faults.list()).toEqual([]);
});

test('20,000 people are made and listed, and a page costs what is on it, not what came before', async () => {
  const simulator = await start({ seed: generateDirectory({ users: 20_000 }) });
  const client = await GraphClient.open(simulator);
  const lookups = countCalls(simulator.directory.users, ['find', 'findLive']);
  const items = await client.list('/users?$top=999&$select=id,displayName,mail,department,accountEnabled');
  expect(new Set(items.map(({ id }) => id)).size).toBe(20_000);
  // One more per page: the next person is looked at to know whether there is a next page.
  expect(lookups()).toBeLessThanOrEqual(20_000 + 21);
});

test('run as a process it announces itself, works, and ends with the process that started it', async () => {
  const main = new URL('main.ts', import.meta.url).pathname;
  const child = fork(main, ['--port', '0', '--users', '20'], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  const [message] = (await once(child, 'message')) as [
    { url: string; tenantId: string; clientId: string; clientSecret: string },
  ];
  const printed = JSON.parse(String(((await once(child.stdout ?? child, 'data')) as [Buffer])[0])) as unknown;
  expect(printed).toEqual(message);
  const { status } = await requestToken({ url: message.url } as Simulator, message.tenantId, {
    grant_type: 'client_credentials',
    client_id: message.clientId,
    client_secret: message.clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  });
  expect(status).toBe(400);
  child.disconnect();
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
});
