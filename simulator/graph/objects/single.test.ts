import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startSimulator } from '../../startSimulator.ts';
import type { Simulator } from '../../startSimulator.ts';
import { GraphClient } from '../../support/graphClient.ts';

const MINUTE = 60_000;

let simulator: Simulator;
let client: GraphClient;

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  simulator.reset();
  simulator.clock.hold();
  client = await GraphClient.open(simulator);
  simulator.behaviour.singleReadsLag = MINUTE;
});
afterAll(() => simulator.close());

/** How each of the addresses is answered, alone and in a batch. */
async function answers(urls: readonly string[]): Promise<[number, unknown][]> {
  const single = [];
  for (const url of urls) {
    const { status, json } = await client.get(url);
    single.push([status, json['jobTitle'] ?? json['value']] as [number, unknown]);
  }
  const requests = urls.map((url, at) => ({ id: String(at), method: 'GET', url }));
  const { responses } = (await client.post('/$batch', { requests })).json as {
    responses: { id: string; status: number }[];
  };
  const batched = urls.map((_url, at) => responses.find(({ id }) => id === String(at))?.status);
  expect(batched).toEqual(single.map(([status]) => status));
  return single;
}

test('what is asked of one object can be behind lists and changes, by as much as is asked for', async () => {
  const { directory, tenant } = simulator;
  const { id: changed } = tenant.accounts.teammate;
  const { id: gone } = tenant.accounts.reader;
  const before = directory.findUser(changed)?.jobTitle;
  directory.updateUser(changed, { jobTitle: 'Astronaut' });
  directory.softDeleteUser(gone);
  const group = directory.addGroup({ displayName: 'Fresh' });
  const fresh = directory.addUser({ userPrincipalName: 'fresh@lindenhof.example', jobTitle: 'New' });
  directory.addMember(group.id, fresh.id);
  const urls = [
    `/users/${changed}?$select=jobTitle`,
    `/users/${gone}?$select=id`,
    `/users/${fresh.id}?$select=jobTitle`,
    `/groups/${group.id}?$select=id`,
    `/users/${fresh.id}/memberOf?$select=id`,
  ];
  expect(await answers(urls)).toEqual([
    [200, before],
    [200, undefined],
    [404, undefined],
    [404, undefined],
    [404, undefined],
  ]);
  const { items } = await client.follow('/users?$select=id,jobTitle&$top=999');
  expect(items).toEqual(
    expect.arrayContaining([
      { id: fresh.id, jobTitle: 'New' },
      { id: changed, jobTitle: 'Astronaut' },
    ]),
  );
  expect(items.map(({ id }) => id)).not.toContain(gone);
  simulator.clock.advance(MINUTE);
  expect(await answers(urls)).toEqual([
    [200, 'Astronaut'],
    [404, undefined],
    [200, 'New'],
    [200, undefined],
    [200, [expect.objectContaining({ id: group.id })]],
  ]);
});

test('groups that somebody joined or left are told as late', async () => {
  const { directory, tenant } = simulator;
  const { id } = tenant.accounts.teammate;
  const url = `/users/${id}/memberOf?$select=id`;
  const held = async () => (await client.follow(url)).items.map((item) => item.id).sort();
  const before = await held();
  const group = directory.addGroup({ displayName: 'Fresh' });
  directory.addMember(group.id, id);
  expect(await held()).toEqual(before);
  simulator.clock.advance(MINUTE);
  expect(await held()).toEqual([...before, group.id].sort());
  directory.removeMember(group.id, id);
  expect(await held()).toEqual([...before, group.id].sort());
});
