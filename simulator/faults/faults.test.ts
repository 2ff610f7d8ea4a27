import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from '../startSimulator.ts';
import { startSimulator } from '../startSimulator.ts';
import { GraphClient, requestAppToken } from '../support/graphClient.ts';

let simulator: Simulator;
let client: GraphClient;

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  simulator.reset();
  client = await GraphClient.open(simulator);
});
afterAll(() => simulator.close());

test.each([2, '2.128', undefined])(
  '429 comes with Retry-After %s, as often as asked, where asked',
  async (retryAfter) => {
    simulator.faults.add({
      kind: 'status',
      status: 429,
      path: '/v1.0/users*',
      times: 2,
      after: 1,
      ...(retryAfter !== undefined && { retryAfter }),
    });
    const seen = [];
    for (let call = 0; call < 4; call += 1) {
      const { status, headers } = await client.get('/users?$top=1');
      seen.push([status, headers.get('retry-after')]);
    }
    const refused = [429, retryAfter === undefined ? null : String(retryAfter)];
    expect(seen).toEqual([[200, null], refused, refused, [200, null]]);
    expect((await client.get('/groups?$top=1')).status).toBe(200);
  },
);

test('503 and 504 are in the shape of Graph errors', async () => {
  for (const status of [503, 504]) {
    const id = simulator.faults.add({ kind: 'status', status });
    const { json, status: seen } = await client.get('/organization');
    expect([seen, json]).toEqual([
      status,
      { error: { code: expect.any(String), message: expect.any(String), innerError: expect.any(Object) } },
    ]);
    simulator.faults.remove(id);
  }
});

test('a connection breaks before or in the middle of the body', async () => {
  for (const midBody of [false, true]) {
    simulator.faults.add({ kind: 'reset', midBody, times: 1 });
    await expect(client.get('/users?$top=999')).rejects.toThrow();
  }
  expect((await client.get('/users')).status).toBe(200);
});

test('a truncated body is cut although status and length look right', async () => {
  simulator.faults.add({ kind: 'truncate', times: 1 });
  await expect(client.get('/users')).rejects.toThrow();
});

test('links can lead to another host', async () => {
  simulator.faults.add({ kind: 'foreignLink', host: 'evil.example' });
  const { json } = await client.get('/users?$top=1');
  expect(json['@odata.nextLink']).toMatch(/^https:\/\/evil\.example\/v1\.0\/users/);
});

test('one object of an answer can have a property of another type or none, and an answer can be no page', async () => {
  const [, second] = (await client.get('/users?$top=2&$select=id,displayName')).json['value'] as { id: string }[];
  simulator.faults.add({ kind: 'spoil', property: 'displayName', value: 7, id: second!.id, times: 1 });
  const { json } = await client.get('/users?$top=2&$select=id,displayName');
  expect(json['value']).toMatchObject([{ displayName: expect.any(String) }, { id: second!.id, displayName: 7 }]);
  simulator.faults.add({ kind: 'spoil', property: 'id', times: 1 });
  expect((await client.get('/users?$top=2&$select=id')).json['value']).toMatchObject([{}, { id: second!.id }]);
  simulator.faults.add({ kind: 'noPage', times: 1 });
  expect((await client.get('/users?$top=2')).json).toEqual({ value: 'unreadable' });
});

test('a page can be empty and still not be the last', async () => {
  simulator.faults.add({ kind: 'emptyPage', times: 1 });
  const { items, pages } = await client.follow('/groups?$top=999&$select=id');
  expect([pages[0], items.length]).toEqual([0, [...simulator.directory.groups.live()].length]);
  simulator.behaviour.emptyPages = 2;
  expect((await client.follow('/users?$top=100&$select=id')).pages).toEqual([100, 0, 0, 100, 0, 0, 49]);
});

test.each(['/users?$top=100&$select=id', '/groups/delta?$select=displayName'])(
  'the pages of %s can lead in circles, by the same link or by new ones',
  async (path) => {
    const first = (await client.get(path)).json;
    simulator.faults.add({ kind: 'circle', times: 1 });
    const { json } = await client.get(path);
    expect(json).toEqual({
      '@odata.context': first['@odata.context'],
      '@odata.nextLink': `${simulator.url}/v1.0${path}`,
      value: first['value'],
    });
    simulator.faults.add({ kind: 'circle', newLinks: true, times: 3 });
    const links = new Set<unknown>();
    for (let link: string = path; links.size < 3;) {
      const page: { value?: unknown; '@odata.nextLink'?: string } = (await client.get(link)).json;
      expect(page.value).toEqual(first['value']);
      link = page['@odata.nextLink'] ?? '';
      links.add(link);
    }
  },
);

test('a delta token can be forgotten, a token expire and permissions go, each on demand', async () => {
  const { deltaLink } = await client.follow('/users/delta?$deltatoken=latest');
  const statuses = [];
  for (const kind of ['gone', 'tokenExpired', 'forbidden'] as const) {
    simulator.faults.add({ kind, times: 1 });
    statuses.push((await client.get(deltaLink)).status);
  }
  expect(statuses).toEqual([410, 401, 403]);
});

test('the way to Entra can break too', async () => {
  simulator.faults.add({ kind: 'status', status: 503, path: '/*/oauth2/v2.0/token', times: 1 });
  expect((await requestAppToken(simulator)).status).toBe(503);
  expect((await requestAppToken(simulator)).status).toBe(200);
});

test('each item of a batch meets faults on its own', async () => {
  simulator.faults.add({ kind: 'status', status: 429, retryAfter: 3, path: '/v1.0/groups*' });
  const { json, status } = await client.post('/$batch', {
    requests: [
      { id: 'a', method: 'GET', url: '/users?$top=1' },
      { id: 'b', method: 'GET', url: '/groups?$top=1' },
    ],
  });
  const responses = json['responses'] as { id: string; status: number; headers: Record<string, string> }[];
  expect(status).toBe(200);
  expect(responses.find(({ id }) => id === 'a')?.status).toBe(200);
  expect(responses.find(({ id }) => id === 'b')).toMatchObject({ status: 429, headers: { 'Retry-After': '3' } });
});

test('the token bucket empties, refuses with the scope, and fills again with time', async () => {
  // By a clock that ticks, a bucket fills while somebody still empties it.
  simulator.clock.hold();
  simulator.throttle({ capacity: 4, unitsPerSecond: 1 });
  const statuses = [];
  for (let call = 0; call < 3; call += 1) statuses.push((await client.get('/users')).status);
  expect(statuses).toEqual([200, 200, 429]);
  const refused = await client.get('/users');
  expect(refused.headers.get('x-ms-throttle-scope')).toBe(
    `Tenant_Application/ReadWrite/${simulator.tenant.clientId}/${simulator.tenant.id}`,
  );
  simulator.clock.advance(1000 * Number(refused.headers.get('retry-after')));
  expect((await client.get('/users')).status).toBe(200);
});
