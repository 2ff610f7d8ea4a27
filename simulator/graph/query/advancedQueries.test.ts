import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { EVENTUAL, GraphClient } from '../../support/graphClient.ts';

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

test('advanced filters work with ConsistencyLevel and $count', async () => {
  const count = async (filter: string) =>
    (await client.list(`/users?$count=true&$filter=${encodeURIComponent(filter)}`, EVENTUAL)).length;
  const all = await count("displayName ne 'x'");
  const guests = await count("userType eq 'Guest'");
  expect(await count("not(userType eq 'Guest')")).toBe(all - guests);
  expect(await count("endsWith(mail,'@contoso.example')")).toBe(9);
  expect(await count('mail ne null')).toBe(all - (await count('mail eq null')));
  expect(await count("proxyAddresses/any(p:p eq 'SMTP:anna.vermeer@lindenhof.example')")).toBe(1);
  expect(await count("onPremisesExtensionAttributes/extensionAttribute1 eq 'he/him'")).toBeGreaterThan(0);
});

test('the header is needed on every page, and the count comes on the first only', async () => {
  const first = await client.get("/users?$count=true&$top=100&$filter=displayName ne 'x'", EVENTUAL);
  expect(first.json['@odata.count']).toBe([...simulator.directory.users.live()].length);
  const next = String(first.json['@odata.nextLink']);
  expect((await client.get(next)).status).toBe(400);
  const second = await client.get(next, EVENTUAL);
  expect(second.status).toBe(200);
  expect(second.json).not.toHaveProperty('@odata.count');
});

test('an advanced query may ask for more than fifteen things, but not with an address longer than 2,048 characters', async () => {
  const cities = (count: number) => Array.from({ length: count }, (_, at) => `'City ${at}'`).join(',');
  const ask = (count: number, top: number) =>
    client.get(
      `/users?$top=${top}&$count=true&$filter=${encodeURIComponent(`not(city in (${cities(count)}))`)}`,
      EVENTUAL,
    );
  const { status, json } = await ask(100, 10);
  expect(status).toBe(200);
  expect((await client.get(String(json['@odata.nextLink']), EVENTUAL)).status).toBe(200);
  expect((await ask(200, 10)).status).toBe(400);
});

test('$count=true without the header is ignored silently', async () => {
  const { status, json } = await client.get('/users?$count=true&$top=1');
  expect([status, json['@odata.count']]).toEqual([200, undefined]);
});
