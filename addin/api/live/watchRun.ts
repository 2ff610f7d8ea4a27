import type { Run } from '../../../server/src/contract/sync/sync.ts';
import type { ApiClient } from '../client/apiClient.ts';
import { ApiProblem } from '../client/apiProblem.ts';
import { readEvents } from './eventStream.ts';
import { isFinished } from './isFinished.ts';
import { pause } from '../client/pause.ts';

interface Watch {
  readonly runId: string;
  readonly signal: AbortSignal;
  readonly onRun: (run: Run) => void;
}

/** The server says something every two seconds; a proxy that collects an answer before it passes it on keeps that back. */
const silenceLimit = 5000;

/** True once the run is over. */
async function listen(client: ApiClient, { runId, signal, onRun }: Watch, heard: () => void): Promise<boolean> {
  const response = await client.open(`/api/sync/runs/${runId}/events`, { signal, accept: 'text/event-stream' });
  if (!response.body) return false;
  for await (const { event, data } of readEvents(response.body)) {
    heard();
    if (event !== 'run') continue;
    const run = JSON.parse(data) as Run;
    onRun(run);
    if (isFinished(run)) return true;
  }
  return false;
}

/** Listens, and ends the listening as soon as nothing was heard for too long. */
async function follow(client: ApiClient, watch: Watch): Promise<boolean> {
  const silent = new AbortController();
  const giveUp = (): void => {
    silent.abort(new Error('The stream says nothing.'));
  };
  let timer = setTimeout(giveUp, silenceLimit);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, silenceLimit);
  };
  try {
    return await listen(client, { ...watch, signal: AbortSignal.any([watch.signal, silent.signal]) }, heard);
  } catch (error) {
    if (silent.signal.aborted) throw new SilentStream();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

class SilentStream extends Error {}

/** Where streams do not come through, or too many are open, asking is as good for the rest of this run. */
async function ask(client: ApiClient, watch: Watch): Promise<void> {
  while (!watch.signal.aborted) {
    try {
      if (await look(client, watch)) return;
    } catch (error) {
      if (watch.signal.aborted || cannotHelp(error)) return;
    }
    await pause(2000, watch.signal);
  }
}

async function look(client: ApiClient, { runId, signal, onRun }: Watch): Promise<boolean> {
  const run = await client.request(`/api/sync/runs/${runId}`, { signal });
  onRun(run);
  return isFinished(run);
}

const cannotHelp = (error: unknown): boolean =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;

const isOneTooMany = (error: unknown): boolean => error instanceof ApiProblem && error.status === 429;

/**
 * Reports a run until it is over: live where the stream works, and by asking every two seconds where a proxy breaks it or
 * holds it back (the first answer after five seconds at the latest).
 * Gives up only when the API says that asking again is of no use.
 */
export async function watchRun(client: ApiClient, watch: Watch): Promise<void> {
  while (!watch.signal.aborted) {
    try {
      if (await follow(client, watch)) return;
      if (await look(client, watch)) return;
    } catch (error) {
      if (watch.signal.aborted || cannotHelp(error)) return;
      if (error instanceof SilentStream || isOneTooMany(error)) return ask(client, watch);
      await pause(2000, watch.signal);
      if (await look(client, watch).catch(() => false)) return;
      continue;
    }
    await pause(1000, watch.signal);
  }
}
