import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { drawAvatar } from '../../seed/drawAvatar.ts';
import { GraphClient } from '../../support/graphClient.ts';

let simulator: Simulator;
let client: GraphClient;

beforeAll(async () => {
  simulator = await startSimulator();
  client = await GraphClient.open(simulator);
});
afterAll(() => simulator.close());

test('the photo has an ETag, and asking with it costs no bytes', async () => {
  const path = `/users/${simulator.tenant.accounts.globalAdmin.id}/photos/96x96/$value`;
  const { headers, status } = await client.get(path);
  expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
  const etag = headers.get('etag') ?? '';
  const again = await client.get(path, { 'If-None-Match': etag });
  expect([again.status, again.text]).toEqual([304, '']);
  simulator.directory.updateUser(simulator.tenant.accounts.globalAdmin.id, { photo: 'a new one' });
  expect((await client.get(path, { 'If-None-Match': etag })).status).toBe(200);
});

test('the metadata names size and ETag', async () => {
  const { json } = await client.get(`/users/${simulator.tenant.accounts.globalAdmin.id}/photo`);
  expect(json).toMatchObject({ id: '648x648', height: 648, width: 648, '@odata.mediaEtag': expect.any(String) });
  const { json: sizes } = await client.get(`/users/${simulator.tenant.accounts.globalAdmin.id}/photos`);
  expect(sizes['value']).toHaveLength(9);
});

test('no photo and no mailbox are two different 404s, an unknown size a third', async () => {
  const without = [...simulator.directory.users.live()].find(({ mail, photo }) => mail && !photo);
  const { accounts } = simulator.tenant;
  const code = async (path: string) => ((await client.get(path)).json['error'] as { code: string }).code;
  expect(await code(`/users/${without?.id}/photo`)).toBe('ImageNotFound');
  expect(await code(`/users/${accounts.noMailbox.id}/photo/$value`)).toBe('ErrorNonExistentMailbox');
  expect(await code(`/users/${accounts.globalAdmin.id}/photos/50x50/$value`)).toBe('ResourceNotFound');
});

test('the bytes alone can be refused, and a description be unreadable', async () => {
  const path = `/users/${simulator.tenant.accounts.globalAdmin.id}`;
  simulator.faults.add({ kind: 'forbidden', path: `/v1.0${path}/photo*/$value` });
  const statuses = [];
  for (const rest of ['photo', 'photo/$value', 'photos/96x96/$value'])
    statuses.push((await client.get(`${path}/${rest}`)).status);
  expect(statuses).toEqual([200, 403, 403]);
  simulator.faults.add({ kind: 'spoil', property: '@odata.mediaEtag', value: 7, path: `/v1.0${path}/photo` });
  expect((await client.get(`${path}/photo`)).json).toMatchObject({ '@odata.mediaEtag': 7 });
  simulator.faults.clear();
});

test('avatars are valid, small, and differ from person to person', () => {
  const [one, two] = [drawAvatar('one', 648), drawAvatar('two', 648)];
  expect(one.equals(two)).toBe(false);
  expect(one.equals(drawAvatar('one', 648))).toBe(true);
  expect(one.length).toBeLessThan(10_000);
  const data = one.indexOf('IDAT') + 4;
  expect(inflateSync(one.subarray(data, data + one.readUInt32BE(data - 8)))).toHaveLength(648 * 649);
});
