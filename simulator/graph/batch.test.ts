import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Simulator } from '../startSimulator.ts';
import { startSimulator } from '../startSimulator.ts';
import { GraphClient } from '../support/graphClient.ts';

let simulator: Simulator;
let client: GraphClient;

beforeAll(async () => {
  simulator = await startSimulator();
  client = await GraphClient.open(simulator);
});
afterAll(() => simulator.close());

interface BatchAnswer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown> | string;
}

async function batch(requests: object[]): Promise<BatchAnswer[]> {
  const { json } = await client.post('/$batch', { requests });
  return json['responses'] as BatchAnswer[];
}

test('answers are matched by id, because their order says nothing', async () => {
  const { teammate, dutch } = simulator.tenant.accounts;
  const answers = await batch(
    [teammate, dutch].map(({ id }) => ({ id, method: 'GET', url: `/users/${id}?$select=id` })),
  );
  expect(answers.map(({ id }) => id)).toEqual([dutch.id, teammate.id]);
  expect(answers.every(({ id, body }) => (body as { id: string }).id === id)).toBe(true);
});

test('photos travel as base64, failures stay inside a 200', async () => {
  const { globalAdmin, noMailbox } = simulator.tenant.accounts;
  const answers = await batch([
    { id: '1', method: 'GET', url: `/users/${globalAdmin.id}/photos/48x48/$value` },
    { id: '2', method: 'GET', url: `/users/${noMailbox.id}/photo/$value` },
  ]);
  const photo = answers.find(({ id }) => id === '1');
  expect(Buffer.from(String(photo?.body), 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(photo?.headers['Content-Type']).toBe('image/png');
  expect(answers.find(({ id }) => id === '2')?.status).toBe(404);
});

test('headers such as ConsistencyLevel belong to each item', async () => {
  const url = '/users/$count';
  const answers = await batch([
    { id: '1', method: 'GET', url, headers: { ConsistencyLevel: 'eventual' } },
    { id: '2', method: 'GET', url },
  ]);
  expect(answers.map(({ id, status }) => [id, status]).sort()).toEqual([
    ['1', 200],
    ['2', 400],
  ]);
});

test('what depends on a failure fails with 424', async () => {
  const answers = await batch([
    { id: '1', method: 'GET', url: '/users/nobody' },
    { id: '2', method: 'GET', url: '/organization', dependsOn: ['1'] },
  ]);
  expect(answers.find(({ id }) => id === '2')?.status).toBe(424);
});

test('more than 20 items, equal ids and nonsense are refused as a whole', async () => {
  const many = Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: 'GET', url: '/organization' }));
  expect((await client.post('/$batch', { requests: many })).status).toBe(400);
  expect((await client.post('/$batch', { requests: [many[0], many[0]] })).status).toBe(400);
  expect((await client.post('/$batch', { wrong: true })).status).toBe(400);
});
