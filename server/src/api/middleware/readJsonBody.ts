import express, { type Request } from 'express';
import type { Endpoint } from '../../contract/endpoint.ts';
import { RequestError } from '../../domain/errors.ts';
import { awaitMiddleware, type AwaitedStep } from './awaitMiddleware.ts';

/** Reads the body of a request into `request.body`; rejects with what Express' own reader found wrong with it. */
export type BodyReader = AwaitedStep;

/** So much is enough for a form; whatever takes more says so in the contract. Bytes. */
export const usualLimit = 16 * 1024;

/**
 * JSON of at most so many bytes, as it was sent: nothing is inflated, because a thousand packed bytes can be megabytes of
 * work. To be called only once it is known who asks.
 */
export const jsonBodyReader = (limit: number = usualLimit): BodyReader => {
  const read = awaitMiddleware(express.json({ limit, inflate: false }));
  return (request, response) => {
    if (hasBody(request) && request.is('json') === false)
      throw new RequestError(415, 'invalid-request', 'Send JSON, as content-type application/json.');
    return read(request, response);
  };
};

/** The bytes of one file of these types, as they were sent, into `request.body`. */
export const fileReader = ({ contentTypes, limit }: NonNullable<Endpoint['upload']>): BodyReader => {
  const read = awaitMiddleware(express.raw({ limit, inflate: false, type: [...contentTypes] }));
  return async (request, response) => {
    if (request.is([...contentTypes]) === false) {
      throw new RequestError(
        415,
        'invalid-request',
        `Send one file, with a content-type of ${contentTypes.join(', ')}.`,
      );
    }
    await read(request, response);
  };
};

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
