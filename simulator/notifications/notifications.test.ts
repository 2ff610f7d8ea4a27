import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from '../startSimulator.ts';
import { startSimulator } from '../startSimulator.ts';
import { GraphClient } from '../support/graphClient.ts';
import type { Receiver } from '../support/receiver.ts';
import { startReceiver } from '../support/receiver.ts';

let simulator: Simulator;
let client: GraphClient;
let receiver: Receiver;
const MINUTE = 60_000;
const BOTH = ['User.Read.All', 'Group.Read.All'];

beforeAll(async () => {
  // Longer than any machine is busy with something else.
  simulator = await startSimulator({ patience: { answer: MINUTE } });
});
beforeEach(async () => {
  simulator.reset();
  client = await GraphClient.open(simulator, BOTH);
  receiver = await startReceiver();
});
afterEach(async () => {
  simulator.notifications.patience.answer = MINUTE;
  await receiver.close();
});
afterAll(() => simulator.close());

const teammate = () => simulator.tenant.accounts.teammate.id;
const group = (name: string) =>
  [...simulator.directory.groups.live()].find(({ displayName }) => displayName === name)?.id ?? '';

async function subscribe(resource: string, changes: Record<string, unknown> = {}): Promise<string> {
  const expirationDateTime = new Date(simulator.clock.now() + 41_000 * MINUTE).toISOString();
  const { json, text } = await client.post('/subscriptions', {
    changeType: 'updated,deleted',
    notificationUrl: receiver.url,
    lifecycleNotificationUrl: `${receiver.url}/lifecycle`,
    resource,
    expirationDateTime,
    clientState: 'secret',
    ...changes,
  });
  if (typeof json['id'] !== 'string') throw new Error(text);
  return json['id'];
}

/** What arrived since the last time, in short. */
async function arrived(): Promise<string[]> {
  await simulator.notifications.deliver();
  const news = receiver.posts.splice(0).flat();
  return news.map(({ changeType, lifecycleEvent, resource }) => lifecycleEvent ?? `${changeType} ${resource}`);
}

/** What came of each try since the last time, whether or not it reached anybody. */
async function tried(): Promise<(number | undefined)[]> {
  const { deliveries } = simulator.notifications;
  const before = deliveries.length;
  await simulator.notifications.deliver();
  const since = deliveries.slice(before);
  for (const { notifications } of since) expect(notifications).toHaveLength(1);
  return since.map(({ status }) => status);
}

test('a change is told with subscription, state, tenant and the object, but not what changed', async () => {
  const subscriptionId = await subscribe('/users');
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  await simulator.notifications.deliver();
  expect(receiver.posts).toEqual([
    [
      {
        id: expect.any(String),
        subscriptionId,
        subscriptionExpirationDateTime: expect.any(String),
        tenantId: simulator.tenant.id,
        clientState: 'secret',
        changeType: 'updated',
        resource: `Users/${teammate()}`,
        resourceData: {
          '@odata.type': '#Microsoft.Graph.User',
          '@odata.id': `Users/${teammate()}`,
          id: teammate(),
          organizationId: simulator.tenant.id,
        },
      },
    ],
  ]);
});

test('nobody has to ask: a change is told by itself', async () => {
  await subscribe('/users');
  const told = receiver.nextPost();
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  expect((await told)[0]).toMatchObject({ resource: `Users/${teammate()}` });
});

test('creation, soft deletion and restoring are updates, only hard deletion is a deletion', async () => {
  await subscribe('/users');
  const { id } = simulator.directory.addUser({ userPrincipalName: 'new@lindenhof.example', displayName: 'New' });
  expect(await arrived()).toEqual([`updated Users/${id}`]);
  simulator.directory.softDeleteUser(id);
  expect(await arrived()).toEqual([`updated Users/${id}`]);
  simulator.directory.restoreUser(id);
  expect(await arrived()).toEqual([`updated Users/${id}`]);
  simulator.directory.hardDeleteUser(id);
  expect(await arrived()).toEqual([`deleted Users/${id}`]);
});

test('no subscription comes about while no address is reached', async () => {
  simulator.notifications.knobs.unreachable = true;
  await expect(subscribe('/users')).rejects.toThrow('Notification endpoint could not be reached.');
  simulator.notifications.knobs.unreachable = false;
  await subscribe('/users');
});

test('who asked for one kind of change or one object hears of nothing else', async () => {
  const team = group('Team Sales');
  await subscribe('/users', { changeType: 'deleted' });
  await subscribe(`/users/${simulator.tenant.accounts.dutch.id}`);
  await subscribe(`/groups/${team}/members`);
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  simulator.directory.updateGroup(team, { description: 'new' });
  simulator.directory.removeMember(group('Board'), simulator.directory.groupMembers.sorted(group('Board'))[0] ?? '');
  expect(await arrived()).toEqual([]);
  simulator.directory.updateUser(simulator.tenant.accounts.dutch.id, { jobTitle: 'Director' });
  simulator.directory.removeMember(team, teammate());
  expect(await arrived()).toEqual([`updated Users/${simulator.tenant.accounts.dutch.id}`, `updated Groups/${team}`]);
});

test('who joined and left a group is named', async () => {
  const team = group('Team Sales');
  await subscribe('/groups');
  simulator.directory.removeMember(team, teammate());
  simulator.directory.addMember(team, simulator.tenant.accounts.reader.id);
  await simulator.notifications.deliver();
  expect(receiver.posts[0]?.[0]?.resourceData?.['members@delta']).toEqual([
    { id: teammate(), '@removed': 'deleted' },
    { id: simulator.tenant.accounts.reader.id },
  ]);
});

test('several notifications of several subscriptions come in one POST, the same news once', async () => {
  const ids = [await subscribe('/users'), await subscribe('/groups')];
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  simulator.directory.updateUser(teammate(), { city: 'Leeds' });
  simulator.directory.updateGroup(group('Board'), { description: 'new' });
  await simulator.notifications.deliver();
  expect(receiver.posts.map((post) => post.map(({ subscriptionId }) => subscriptionId))).toEqual([ids]);
});

test('what happened before is not told, nor what happens after the end', async () => {
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  await subscribe('/users');
  expect(await arrived()).toEqual([]);
  simulator.clock.advance(41_001 * MINUTE);
  expect(await arrived()).toEqual([]);
  simulator.directory.updateUser(teammate(), { jobTitle: 'Manager' });
  expect(await arrived()).toEqual([]);
});

test.each([
  ['an error', 500],
  ['a redirection', 302],
  ['no answer in time', undefined],
])('%s is tried again, ever more seldom by the simulated clock', async (_, status) => {
  await subscribe('/users');
  const { patience } = simulator.notifications;
  simulator.clock.hold();
  receiver.status = status;
  if (status === undefined) patience.answer = 1;
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  expect(await tried()).toEqual([status]);
  expect(await tried()).toEqual([]);
  simulator.clock.advance(10_000);
  expect(await tried()).toEqual([status]);
  simulator.clock.advance(10_000);
  expect(await tried()).toEqual([]);
  receiver.status = 202;
  patience.answer = MINUTE;
  simulator.clock.advance(10_000);
  expect(await tried()).toEqual([202]);
  simulator.clock.advance(60 * MINUTE);
  expect(await tried()).toEqual([]);
});

test('after four hours of failure a notification is lost, and nobody says so', async () => {
  await subscribe('/users');
  receiver.status = 503;
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  let last = 0;
  for (let minutes = 0; minutes <= 6 * 60; minutes += 10) {
    if ((await arrived()).length > 0) last = minutes;
    simulator.clock.advance(10 * MINUTE);
  }
  expect([last > 3 * 60, last <= 4 * 60]).toEqual([true, true]);
  receiver.status = 202;
  expect(await arrived()).toEqual([]);
});

test('what still waits for a subscription that was deleted is not sent', async () => {
  const id = await subscribe('/users');
  simulator.notifications.knobs.hold = true;
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  await client.send('DELETE', `/subscriptions/${id}`);
  expect(await arrived()).toEqual([]);
});

test('before the end, reauthorization is asked for once, until it is renewed', async () => {
  const id = await subscribe('/users');
  simulator.clock.advance(40_900 * MINUTE);
  expect(await arrived()).toEqual(['reauthorizationRequired']);
  simulator.clock.advance(MINUTE);
  expect(await arrived()).toEqual([]);
  client = await GraphClient.open(simulator, BOTH);
  const expirationDateTime = new Date(simulator.clock.now() + 1000 * MINUTE).toISOString();
  await client.send('PATCH', `/subscriptions/${id}`, { expirationDateTime });
  simulator.clock.advance(900 * MINUTE);
  expect(await arrived()).toEqual(['reauthorizationRequired']);
});

test('without the permission reauthorization is asked for, and what happens until it is given is lost', async () => {
  const id = await subscribe('/users');
  simulator.consent.revoke(simulator.tenant.clientId);
  expect(await arrived()).toEqual(['reauthorizationRequired']);
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  expect(await arrived()).toEqual([]);
  client = await GraphClient.open(simulator, BOTH);
  expect((await client.send('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
  expect(await arrived()).toEqual([]);
  simulator.directory.updateUser(teammate(), { jobTitle: 'Manager' });
  expect(await arrived()).toEqual([`updated Users/${teammate()}`]);
});

test('reauthorization can be asked for at any time, in the form that is sent and not the documented one', async () => {
  const subscriptionId = await subscribe('/users');
  simulator.notifications.challenge();
  await simulator.notifications.deliver();
  expect(receiver.posts[0]).toEqual([
    {
      lifecycleEvent: 'reauthorizationRequired',
      subscriptionId,
      subscriptionExpirationDateTime: expect.any(String),
      resource: `Subscriptions/${subscriptionId}`,
      resourceData: {
        '@odata.type': '#microsoft.graph.subscription',
        '@odata.id': `subscriptions/${subscriptionId}`,
        id: subscriptionId,
      },
      clientState: 'secret',
      sequence: null,
      encryptedContent: null,
      organizationId: simulator.tenant.id,
    },
  ]);
});

test('notifications can be late, held, lost, doubled and out of order', async () => {
  const { knobs } = simulator.notifications;
  const { dutch, reader } = simulator.tenant.accounts;
  const change = () => {
    simulator.directory.updateUser(dutch.id, { city: `City ${simulator.directory.users.log.end}` });
    simulator.directory.updateUser(reader.id, { city: `City ${simulator.directory.users.log.end}` });
  };
  const both = [`updated Users/${dutch.id}`, `updated Users/${reader.id}`];
  await subscribe('/users');
  Object.assign(knobs, { drop: 1 });
  change();
  expect(await arrived()).toEqual(both.slice(1));
  Object.assign(knobs, { duplicate: true, reorder: true });
  change();
  expect(await arrived()).toEqual([both[1], both[1], both[0], both[0]]);
  Object.assign(knobs, { duplicate: false, reorder: false, latency: MINUTE });
  change();
  expect(await arrived()).toEqual([]);
  knobs.hold = true;
  simulator.clock.advance(MINUTE);
  expect(receiver.posts).toEqual([]);
  expect(await arrived()).toEqual(both);
});

test('a forged notification differs only in what is given', async () => {
  const subscriptionId = await subscribe('/users');
  receiver.status = 401;
  expect(await simulator.notifications.forge({ clientState: 'guessed' })).toBe(401);
  expect(receiver.posts[0]).toEqual([expect.objectContaining({ subscriptionId, clientState: 'guessed' })]);
  simulator.reset();
  await expect(simulator.notifications.forge()).rejects.toThrow('say where');
  expect(await simulator.notifications.forge({}, receiver.url)).toBe(401);
});

test('a batch can subscribe too', async () => {
  const body = {
    changeType: 'updated',
    notificationUrl: receiver.url,
    resource: '/users',
    expirationDateTime: new Date(simulator.clock.now() + MINUTE).toISOString(),
  };
  const { json } = await client.post('/$batch', {
    requests: [
      { id: '1', method: 'POST', url: '/subscriptions', body, headers: { 'content-type': 'application/json' } },
    ],
  });
  expect(json['responses']).toEqual([expect.objectContaining({ id: '1', status: 201 })]);
});
