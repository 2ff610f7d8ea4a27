import type { Response } from 'express';
import { RequestError } from '../../domain/errors.ts';

/** What a caller is told that asked too often, and after how many seconds the same has a chance again. */
export const tooManyRequests = (response: Response, seconds: number, message: string): RequestError => {
  response.setHeader('Retry-After', String(Math.ceil(seconds)));
  return new RequestError(429, 'too-many-requests', message);
};
