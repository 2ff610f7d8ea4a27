import type { Response } from 'express';
import { readerGone } from '../requests/readerGone.ts';
import { tooManyRequests } from '../requests/tooManyRequests.ts';

/** An answer that goes on until somebody ends it. */
export interface EventStream {
  /** Aborted once nobody listens any more. */
  readonly left: AbortSignal;
  send(event: string, data: unknown): void;
}

export interface EventReader {
  readonly tenantId: string;
  readonly userId: string;
}

export interface EventStreams {
  /**
   * Begins an answer of server-sent events that proxies pass on at once. Throws RequestError 429 where this person, their
   * tenant or all together have as many open as they may.
   */
  open(response: Response, reader: EventReader): EventStream;
}

/** Then the reader comes again with a fresh token: nobody goes on listening with a right that was taken from them. */
export const longestStream = 10 * 60_000;

/** Open at once in this process: each holds one of the connections that all tenants share, for minutes. */
const mostOfPerson = 20;
const mostOfTenant = 200;
const mostOfAll = 1000;
const secondsUntilAnother = 30;
const tooMany = 'Too many streams are open at once. Ask now and then instead.';

export const openEventStreams = (): EventStreams => {
  const counts = new Map<string, number>();
  const count = (key: string, change: 1 | -1): void => {
    const now = (counts.get(key) ?? 0) + change;
    if (now === 0) counts.delete(key);
    else counts.set(key, now);
  };
  return {
    open: (response, { tenantId, userId }) => {
      const person = `${tenantId}/${userId}`;
      const limits = [
        [person, mostOfPerson],
        [tenantId, mostOfTenant],
        ['', mostOfAll],
      ] as const;
      if (limits.some(([key, most]) => (counts.get(key) ?? 0) >= most))
        throw tooManyRequests(response, secondsUntilAnother, tooMany);
      for (const [key] of limits) count(key, 1);
      return begin(response, () => {
        for (const [key] of limits) count(key, -1);
      });
    },
  };
};

const begin = (response: Response, onEnd: () => void): EventStream => {
  const left = readerGone(response);
  if (left.aborted) onEnd();
  else left.addEventListener('abort', onEnd, { once: true });
  response
    .status(200)
    .set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  return {
    left,
    send: (event, data) => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
  };
};
