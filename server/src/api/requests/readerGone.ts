import type { Response } from 'express';
import { RequestError } from '../../domain/errors.ts';

/**
 * Aborted once nobody waits for the answer any more, with a RequestError as its reason. The request's own 'close' only says
 * that it was read, so it is the response's; that is not said again of one that was gone before.
 */
export const readerGone = (response: Response): AbortSignal => {
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort(new RequestError(400, 'invalid-request', 'Nobody waits for the answer any more.'));
  };
  if (response.destroyed) leave();
  else response.once('close', leave);
  return gone.signal;
};
