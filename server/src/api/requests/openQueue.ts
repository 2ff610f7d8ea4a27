import type { Response } from 'express';
import { RequestError } from '../../domain/errors.ts';

/** `gone` is aborted once nobody waits for the answer any more. */
type Turn<T> = (gone: AbortSignal) => Promise<T>;

/** Rejects with what the turn rejects with, or with RequestError 429 where too many wait already. */
export type TakeTurn = <T>(response: Response, turn: Turn<T>) => Promise<T>;

const secondsUntilTurn = '30';

/** Requests that are much work each, one after another in this process, with so many waiting at most. */
export const openQueue = (mostWaiting: number): TakeTurn => {
  let last: Promise<unknown> = Promise.resolve();
  let inside = 0;
  return async (response, turn) => {
    if (inside > mostWaiting) throw tooMany(response);
    inside += 1;
    const gone = goneOf(response);
    const mine = last.then(() => {
      if (gone.aborted) throw new RequestError(400, 'invalid-request', 'Nobody waits for the answer any more.');
      return turn(gone);
    });
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      inside -= 1;
    }
  };
};

const tooMany = (response: Response): RequestError => {
  response.setHeader('Retry-After', secondsUntilTurn);
  return new RequestError(429, 'too-many-requests', 'Others wait for the same already. Try again in a while.');
};

const goneOf = (response: Response): AbortSignal => {
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort();
  };
  if (response.destroyed) leave();
  else response.once('close', leave);
  return gone.signal;
};
