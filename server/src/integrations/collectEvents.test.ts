import { expect, test } from '@jest/globals';
import type { Webhook } from '../domain/integration/webhook.ts';
import { noCounts } from '../domain/plan/plan.ts';
import { collectEvents, marksOf, readNews } from './collectEvents.ts';

const run = (number: number) => ({
  id: `run-${String(number)}`,
  kind: 'sync',
  mode: 'full',
  trigger: 'schedule',
  status: 'succeeded',
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:01:00.000Z',
  counts: noCounts,
  failure: null,
});

/** Newest first, as many as are looked at. */
const newsOf = (numbers: readonly number[]) => {
  const items = numbers.toSorted((one, other) => other - one).map(run);
  const runs = {
    page: (_tenant: string, { limit }: { limit: number }) =>
      Promise.resolve({ items: items.slice(0, limit), cursor: null }),
  };
  const connections = { get: () => Promise.resolve(null) };
  return readNews(
    { connections, runs } as unknown as Parameters<typeof readNews>[0],
    'contoso',
    new Date('2026-01-02'),
  );
};

test('what is behind the oldest run that was known is old, also when it comes into sight as another one is forgotten', async () => {
  const all = Array.from({ length: 60 }, (_, index) => index + 1);
  const marks = marksOf(await newsOf(all));
  const webhook = { marks, events: ['run.finished'] } as unknown as Webhook;
  const told = async (numbers: readonly number[]) =>
    collectEvents(webhook, await newsOf(numbers)).map(({ data }) => data.runId);
  const without = (...forgotten: readonly number[]) => all.filter((number) => !forgotten.includes(number));
  expect(await told(all)).toEqual([]);
  expect(await told(without(32))).toEqual([]);
  expect(await told([...without(32), 61, 62])).toEqual(['run-61', 'run-62']);
  // The oldest that was known itself.
  expect(await told(without(11))).toEqual([]);
  // More than are looked at, so that none is known.
  expect(await told(Array.from({ length: 120 }, (_, index) => index + 1))).toHaveLength(50);
});
