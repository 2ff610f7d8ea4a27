/** @isolated: fake timers */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventMarks } from '../../../server/src/contract/sync/events.ts';
import type { ApiClient } from '../client/apiClient.ts';
import { ApiProblem } from '../client/apiProblem.ts';
import { watchEvents } from './watchEvents.ts';

const marks = (changed: Partial<EventMarks> = {}): EventMarks => ({
  connection: 'c1',
  selection: 's1',
  settings: 't1',
  sync: 'y1',
  runs: 'r1',
  ...changed,
});
const said = (...all: readonly EventMarks[]): string =>
  all.map((one) => `event: marks\ndata: ${JSON.stringify(one)}\n\n`).join('');

/** An answer that says this and then ends, or stays open until the reader leaves. */
const answer = (words: string, { staysOpen = false, signal }: { staysOpen?: boolean; signal?: AbortSignal } = {}) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        if (words !== '') controller.enqueue(new TextEncoder().encode(words));
        if (!staysOpen) controller.close();
        else signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    }),
  );

type Answer = (signal: AbortSignal | undefined) => Response;

/** As a proxy does that collects an answer before it passes it on. */
const held: Answer = (signal) => answer('', { staysOpen: true, ...(signal ? { signal } : {}) });

/** Gives one answer after another, and ends the watch after the last. */
const follow = async (answers: readonly Answer[]): Promise<readonly string[]> => {
  const told: string[] = [];
  const stop = new AbortController();
  const left = [...answers];
  const client: ApiClient = {
    open: (_path, options) =>
      Promise.resolve().then(() => {
        const next = left.shift();
        if (next) return next(options?.signal);
        stop.abort();
        throw new ApiProblem({ code: 'offline' });
      }),
    send: () => Promise.resolve(),
    request: () => Promise.reject(new Error('not needed')),
  };
  const watching = watchEvents(client, {
    signal: stop.signal,
    memory: { marks: null },
    onNews: (topics) => told.push(topics.join()),
    onState: (state) => told.push(state),
  });
  while (!stop.signal.aborted) await jest.advanceTimersByTimeAsync(1000);
  await watching;
  return told;
};

describe('following what changes in the tenant', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells what changed, and nothing at first', async () => {
    const words = said(marks(), marks({ runs: 'r2', sync: 'y2' }), marks({ runs: 'r2', sync: 'y2', selection: 's2' }));
    expect(await follow([() => answer(words)])).toEqual(['live', 'live', 'sync,runs', 'live', 'selection']);
  });

  it('comes again when the stream has had its time, and tells what changed in between', async () => {
    const answers = [() => answer(said(marks())), () => answer(said(marks({ connection: 'c2' })))];
    expect(await follow(answers)).toEqual(['live', 'live', 'connection']);
  });

  it('says that the server is away while it is, and comes again until it is back', async () => {
    const away = () => {
      throw new ApiProblem({ code: 'offline' });
    };
    const answers = [() => answer(said(marks())), away, away, away, () => answer(said(marks({ sync: 'y2' })))];
    expect(await follow(answers)).toEqual(['live', 'away', 'away', 'away', 'live', 'sync']);
  });

  it('says that somebody has to ask where a proxy holds the stream back', async () => {
    expect(await follow([held])).toEqual(['asking']);
  });

  it('says that somebody has to ask where too many streams are open', async () => {
    const refused = () => {
      throw new ApiProblem({ code: 'too-many-requests', status: 429 });
    };
    const answers = [refused, () => answer(said(marks()))];
    expect(await follow(answers)).toEqual(['asking', 'live']);
  });

  it('says that somebody has to ask while the tenant is not followed', async () => {
    const once = `${said(marks())}event: not-followed\ndata: {}\n\n`;
    const answers = [() => answer(once), () => answer(said(marks({ connection: 'c2' })))];
    expect(await follow(answers)).toEqual(['live', 'asking', 'live', 'connection']);
  });

  it('comes again only after minutes where a proxy holds every stream back', async () => {
    const begun = Date.now();
    await follow([held]);
    expect(Date.now() - begun).toBeGreaterThan(300_000);
  });

  it('notices when a stream that worked falls silent, as after sleep, and comes again within seconds', async () => {
    const begun = Date.now();
    const stuck: Answer = (signal) => answer(said(marks()), { staysOpen: true, ...(signal ? { signal } : {}) });
    const answers = [stuck, held, () => answer(said(marks({ runs: 'r2' })))];
    expect(await follow(answers)).toEqual(['live', 'asking', 'asking', 'live', 'runs']);
    expect(Date.now() - begun).toBeLessThan(60_000);
  });
});
