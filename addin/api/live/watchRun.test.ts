/** @isolated: fake timers */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Run } from '../../../server/src/contract/sync/sync.ts';
import type { ApiClient } from '../client/apiClient.ts';
import { ApiProblem } from '../client/apiProblem.ts';
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
  progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: 0, waiting: null },
  counts: { add: 0, update: 0, enable: 0, disable: 0, remove: 0, hold: 0, unchanged: 0, inScope: 0, leftOut: 0 },
  warnings: [],
  failure: null,
});

const stream = (...runs: Run[]) =>
  new Response(runs.map((run) => `event: run\ndata: ${JSON.stringify(run)}\n\n`).join(''));

const clientOf = (open: () => Response, look: () => Run): ApiClient => ({
  open: () => Promise.resolve().then(open),
  send: () => Promise.resolve(),
  request: () => Promise.resolve().then(look) as Promise<never>,
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

  it('asks from then on when too many streams are open', async () => {
    jest.useFakeTimers();
    const runs = [aRun('reading'), aRun('succeeded')];
    let streams = 0;
    const client = clientOf(
      () => {
        streams += 1;
        throw new ApiProblem({ code: 'too-many-requests', status: 429 });
      },
      () => runs.shift() ?? aRun('failed'),
    );
    const seen = watch(client);
    await jest.advanceTimersByTimeAsync(2000);
    expect([await seen, streams]).toEqual([['reading', 'succeeded'], 1]);
  });

  it('looks the run up when a proxy cuts the stream in the middle', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(
          new TextEncoder().encode(`event: run\ndata: ${JSON.stringify(aRun('reading'))}\n\nevent: r`),
        );
      },
      pull: (controller) => {
        controller.error(new Error('cut'));
      },
    });
    jest.useFakeTimers();
    const client = clientOf(
      () => new Response(body),
      () => aRun('succeeded'),
    );
    const seen = watch(client);
    await jest.advanceTimersByTimeAsync(2000);
    expect((await seen).at(-1)).toBe('succeeded');
  });

  describe('where a proxy keeps the stream back', () => {
    beforeEach(() => {
      jest.useFakeTimers();
    });

    /** An answer of which nothing arrives before its end, and its end never comes. */
    const withheld = (said: string) =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            if (said !== '') controller.enqueue(new TextEncoder().encode(said));
          },
        }),
      );
    /** As fetch does: aborted, the body that is being read fails. */
    const silentClient = (said: string, runs: Run[]): ApiClient => ({
      ...clientOf(
        () => withheld(''),
        () => runs.shift() ?? aRun('succeeded'),
      ),
      open: (_path, options) => {
        const response = withheld(said);
        const { body } = response;
        if (!body) throw new Error('a body was made');
        const [passed] = body.tee();
        const cut = new TransformStream<Uint8Array, Uint8Array>();
        void passed.pipeTo(cut.writable, options?.signal ? { signal: options.signal } : {}).catch(() => undefined);
        return Promise.resolve(new Response(cut.readable));
      },
    });

    it('shows progress within five seconds, by asking', async () => {
      const seen: string[] = [];
      const { signal } = new AbortController();
      const client = silentClient('', [aRun('reading'), aRun('planning')]);
      const over = watchRun(client, { runId: 'r1', signal, onRun: (run) => seen.push(run.status) });
      await jest.advanceTimersByTimeAsync(5000);
      expect(seen).toEqual(['reading']);
      await jest.advanceTimersByTimeAsync(4000);
      await over;
      expect(seen).toEqual(['reading', 'planning', 'succeeded']);
    });

    it('asks too when it speaks at first and falls silent later', async () => {
      const seen: string[] = [];
      const { signal } = new AbortController();
      const client = silentClient(`event: run\ndata: ${JSON.stringify(aRun('reading'))}\n\n`, []);
      const over = watchRun(client, { runId: 'r1', signal, onRun: (run) => seen.push(run.status) });
      await jest.advanceTimersByTimeAsync(5000);
      await over;
      expect(seen).toEqual(['reading', 'succeeded']);
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });
});
