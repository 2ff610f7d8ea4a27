import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../server/src/contract/sync.ts';
import type { ApiClient } from './apiClient.ts';
import { ApiProblem } from './apiProblem.ts';
import { watchRun } from './watchRun.ts';

const aRun = (status: Run['status']): Run => ({
  id: 'r1',
  kind: 'preview',
  mode: 'full',
  trigger: 'admin',
  status,
  startedBy: { id: 'a', displayName: 'Anna' },
  startedAt: '2026-11-22T10:00:00Z',
  finishedAt: null,
  cancelRequested: false,
  progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: 0 },
  counts: { add: 0, update: 0, enable: 0, disable: 0, remove: 0, hold: 0, unchanged: 0, inScope: 0, leftOut: 0 },
  warnings: [],
  failure: null,
});

const stream = (...runs: Run[]) =>
  new Response(runs.map((run) => `event: run\ndata: ${JSON.stringify(run)}\n\n`).join(''));

const clientOf = (open: () => Response, look: () => Run): ApiClient => ({
  open: () => Promise.resolve().then(open),
  send: () => Promise.resolve(),
  request: (_path, schema) => Promise.resolve().then(() => schema.parse(look())),
});

async function watch(client: ApiClient): Promise<string[]> {
  const seen: string[] = [];
  const { signal } = new AbortController();
  await watchRun(client, { runId: 'r1', signal, onRun: (run) => seen.push(run.status) });
  return seen;
}

describe('watching a run', () => {
  it('follows the stream to its end', async () => {
    const client = clientOf(
      () => stream(aRun('reading'), aRun('planning'), aRun('succeeded')),
      () => {
        throw new Error('not needed');
      },
    );
    expect(await watch(client)).toEqual(['reading', 'planning', 'succeeded']);
  });

  it('looks the run up when the stream breaks off', async () => {
    const client = clientOf(
      () => stream(aRun('reading')),
      () => aRun('succeeded'),
    );
    expect(await watch(client)).toEqual(['reading', 'succeeded']);
  });

  it('gives up when the run is not there', async () => {
    const client = clientOf(
      () => {
        throw new ApiProblem({ code: 'not-found', status: 404 });
      },
      () => aRun('reading'),
    );
    expect(await watch(client)).toEqual([]);
  });
});
