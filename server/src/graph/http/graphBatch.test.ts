import { expect, test } from '@jest/globals';
import { sendBatch } from './graphBatch.ts';
import type { GraphCalls } from './graphClient.ts';
import { ofRuns } from './patience.ts';

test('what is asked for twice is asked once: two of the same id would be refused', async () => {
  const asked: string[] = [];
  const post = (_path: string, { requests }: { readonly requests: readonly { readonly id: string }[] }) => {
    asked.push(...requests.map(({ id }) => id));
    return Promise.resolve({ responses: requests.map(({ id }) => ({ id, status: 200, body: { id } })) });
  };
  const clock = { now: () => new Date(), sleep: () => Promise.resolve() };
  const items = ['ada', 'bob', 'ada'].map((id) => ({ id, url: `/users/${id}` }));
  const answers = await sendBatch({ calls: { post } as unknown as GraphCalls, clock, patience: ofRuns }, items);
  expect([asked, [...answers.keys()]]).toEqual([
    ['ada', 'bob'],
    ['ada', 'bob'],
  ]);
});
