import type { Response } from 'express';
import { finishedStatuses, type Run } from '../domain/run/run.ts';
import type { Clock } from '../ports/clock.ts';
import { presentRun } from './present/presentRun.ts';

export interface RunFollowing {
  readonly response: Response;
  readonly clock: Clock;
  readonly read: () => Promise<Run>;
}

const interval = 400;
/** Proxies close connections that say nothing, and a pane that hears nothing for five seconds asks instead. */
const silenceLimit = 2000;

/**
 * Sends the run whenever it changed, until it ended or the reader left. It is read from the store, so any replica can
 * tell about a run that another one executes.
 */
export const followRun = async ({ response, clock, read }: RunFollowing): Promise<void> => {
  const left = new AbortController();
  // The request's own 'close' only says that it was read; the response's says that nobody listens any more.
  response.on('close', () => {
    left.abort();
  });
  response
    .status(200)
    .set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  response.flushHeaders();

  let sent = '';
  let silentSince = clock.now().getTime();
  while (!left.signal.aborted) {
    const run = await read();
    const body = JSON.stringify(presentRun(run));
    const now = clock.now().getTime();
    if (body !== sent) {
      response.write(`event: run\ndata: ${body}\n\n`);
      sent = body;
      silentSince = now;
    } else if (now - silentSince > silenceLimit) {
      response.write('event: still-here\ndata: {}\n\n');
      silentSince = now;
    }
    if (finishedStatuses.includes(run.status)) break;
    await clock.sleep(interval, left.signal).catch(() => undefined);
  }
  response.end();
};
