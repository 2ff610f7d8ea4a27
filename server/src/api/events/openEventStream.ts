import type { Response } from 'express';

/** An answer that goes on until somebody ends it. */
export interface EventStream {
  /** Aborted once nobody listens any more. */
  readonly left: AbortSignal;
  send(event: string, data: unknown): void;
}

/** Begins an answer of server-sent events that proxies pass on at once. */
export const openEventStream = (response: Response): EventStream => {
  const left = new AbortController();
  // The request's own 'close' only says that it was read; the response's says that nobody listens any more.
  response.on('close', () => {
    left.abort();
  });
  response
    .status(200)
    .set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  return {
    left: left.signal,
    send: (event, data) => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
  };
};
