import express, { type Request, type Response } from 'express';
import { RequestError } from '../../domain/errors.ts';

/** Reads the body of a request into `request.body`; rejects with what Express' own reader found wrong with it. */
export type BodyReader = (request: Request, response: Response) => Promise<void>;

/** So much is enough for a form; whatever takes more says so in the contract. Bytes. */
const usualLimit = 16 * 1024;

/**
 * JSON of at most so many bytes, as it was sent: nothing is inflated, because a thousand packed bytes can be megabytes of
 * work. To be called only once it is known who asks.
 */
export const jsonBodyReader = (limit: number = usualLimit): BodyReader => {
  const read = express.json({ limit, inflate: false });
  return (request, response) => {
    if (hasBody(request) && request.is('json') === false)
      throw new RequestError(415, 'invalid-request', 'Send JSON, as content-type application/json.');
    return new Promise((resolve, reject) => {
      read(request, response, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
  };
};

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
