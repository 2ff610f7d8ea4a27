import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { GraphClient } from '../../support/graphClient.ts';
import type { Receiver } from '../../support/receiver.ts';
import { startReceiver } from '../../support/receiver.ts';

let simulator: Simulator;
let client: GraphClient;
let receiver: Receiver;
const MINUTE = 60_000;
const BOTH = ['User.Read.All', 'Group.Read.All'];

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  simulator.reset();
  client = await GraphClient.open(simulator, BOTH);
  receiver = await startReceiver();
});
afterEach(() => receiver.close());
afterAll(() => simulator.close());

const inMinutes = (minutes: number) => new Date(simulator.clock.now() + minutes * MINUTE).toISOString();
const request = (changes: Record<string, unknown> = {}) => ({
  changeType: 'updated,deleted',
  notificationUrl: receiver.url,
  resource: '/users',
  expirationDateTime: inMinutes(60),
  clientState: 'secret',
  ...changes,
});
const subscribe = (changes: Record<string, unknown> = {}) => client.post('/subscriptions', request(changes));
const someGroup = () => simulator.directory.groups.order[0] ?? '';

test('a subscription is made after the handshake, read, listed and deleted', async () => {
  const { status, json } = await subscribe();
  expect([status, json]).toEqual([
    201,
    expect.objectContaining({ resource: '/users', applicationId: simulator.tenant.clientId, clientState: 'secret' }),
  ]);
  const path = `/subscriptions/${String(json['id'])}`;
  expect((await client.get(path)).json).toMatchObject({ id: json['id'] });
  expect((await client.get('/subscriptions')).json['value']).toHaveLength(1);
  expect((await client.send('DELETE', path)).status).toBe(204);
  expect((await client.get(path)).status).toBe(404);
});

test.each(['/users', 'users', '/users/{user}', '/groups', '/groups/{group}', '/groups/{group}/members'])(
  '%s can be watched',
  async (template) => {
    const resource = template.replace('{user}', simulator.tenant.accounts.teammate.id).replace('{group}', someGroup());
    expect((await subscribe({ resource })).status).toBe(201);
  },
);

test.each([
  ['a unit', { resource: '/directory/administrativeUnits' }],
  ['a query', { resource: '/users?$select=mail' }],
  ['the members of a person', { resource: '/users/x/members' }],
  ['creation alone', { changeType: 'created' }],
  ['no kind of change', { changeType: '' }],
  ['plain http to another machine', { notificationUrl: 'http://example.com/' }],
  ['a lifecycle address that is none', { lifecycleNotificationUrl: 'nonsense' }],
  ['a client state of 129 characters', { clientState: 'x'.repeat(129) }],
  ['the resource itself in the notification', { includeResourceData: true }],
  ['a moment that is none', { expirationDateTime: 'tomorrow' }],
])('%s cannot be subscribed to', async (_, changes) => {
  const { status, json } = await subscribe(changes);
  expect([status, json['error']]).toEqual([400, expect.objectContaining({ code: 'InvalidRequest' })]);
});

test('a subscription lives 41,760 minutes at most, also when renewed', async () => {
  expect((await subscribe({ expirationDateTime: inMinutes(41_761) })).status).toBe(400);
  expect((await subscribe({ expirationDateTime: inMinutes(-1) })).status).toBe(400);
  const { json } = await subscribe({ expirationDateTime: inMinutes(41_759) });
  const path = `/subscriptions/${String(json['id'])}`;
  expect((await client.send('PATCH', path, { expirationDateTime: inMinutes(41_761) })).status).toBe(400);
});

test('time ends a subscription, renewing keeps it', async () => {
  const ids = [(await subscribe()).json['id'], (await subscribe({ resource: '/groups' })).json['id']].map(String);
  const renewed = await client.send('PATCH', `/subscriptions/${ids[0]}`, { expirationDateTime: inMinutes(120) });
  expect([renewed.status, renewed.json['id']]).toEqual([200, ids[0]]);
  simulator.clock.advance(61 * MINUTE);
  client = await GraphClient.open(simulator, BOTH);
  const listed = (await client.get('/subscriptions')).json['value'] as { id: string }[];
  expect(listed.map(({ id }) => id)).toEqual([ids[0]]);
  expect((await client.send('PATCH', `/subscriptions/${ids[1]}`, {})).status).toBe(404);
});

test('a lifecycle address cannot be added later', async () => {
  const { json } = await subscribe();
  const change = { lifecycleNotificationUrl: receiver.url };
  expect((await client.send('PATCH', `/subscriptions/${String(json['id'])}`, change)).status).toBe(400);
});

test('groups need Group.Read.All, people User.Read.All', async () => {
  client = await GraphClient.open(simulator, ['User.Read.All', 'GroupMember.Read.All']);
  expect((await subscribe()).status).toBe(201);
  expect((await subscribe({ resource: '/groups' })).status).toBe(403);
  client = await GraphClient.open(simulator, ['Group.Read.All']);
  expect((await subscribe({ changeType: 'updated' })).status).toBe(403);
});

test('an app may have a hundred subscriptions in a tenant', async () => {
  for (let count = 0; count < 100; count += 1) {
    const { status } = await subscribe({ notificationUrl: `${receiver.url}/${count}` });
    expect(status).toBe(201);
  }
  expect((await subscribe({ resource: '/groups' })).status).toBe(403);
});

test('the same subscription twice is a conflict', async () => {
  await subscribe();
  expect((await subscribe()).status).toBe(409);
});

test('somebody else’s subscription is not there', async () => {
  const { json } = await subscribe();
  const other = await GraphClient.open(simulator, BOTH, simulator.tenant.ownRegistration);
  expect((await other.get('/subscriptions')).json['value']).toEqual([]);
  expect((await other.get(`/subscriptions/${String(json['id'])}`)).status).toBe(404);
});

test.each([
  ['another status', (token: string) => ({ status: 202, type: 'text/plain', text: token })],
  ['another type', (token: string) => ({ status: 200, type: 'text/html', text: token })],
  [
    'the token still encoded',
    (token: string) => ({ status: 200, type: 'text/plain', text: encodeURIComponent(token) }),
  ],
  ['nothing in time', () => undefined],
])('a handshake answered with %s is no handshake', async (_, confirm) => {
  receiver.confirm = confirm;
  const { patience } = simulator.notifications;
  const { validation } = patience;
  if (confirm('') === undefined) patience.validation = 20;
  const { status, text } = await subscribe();
  patience.validation = validation;
  expect([status, text]).toEqual([400, expect.stringContaining('Subscription validation request failed')]);
  expect((await client.get('/subscriptions')).json['value']).toEqual([]);
});

test('the lifecycle address must pass the handshake too, and so must a new address', async () => {
  const silent = await startReceiver();
  silent.confirm = () => ({ status: 404, type: 'text/plain', text: '' });
  expect((await subscribe({ lifecycleNotificationUrl: silent.url })).status).toBe(400);
  const { json } = await subscribe();
  const moved = await client.send('PATCH', `/subscriptions/${String(json['id'])}`, { notificationUrl: silent.url });
  expect(moved.status).toBe(400);
  await silent.close();
  expect((await subscribe({ resource: '/groups', notificationUrl: silent.url })).status).toBe(400);
});
