import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { cleanForwardedFor } from './forwardedFor.ts';
import { securityHeaders, type Origins } from './securityHeaders.ts';

/** On the request itself: a WeakMap costs every request as much as finding a kept answer. */
const id = Symbol('request id');

interface Named {
  [id]?: string;
}

/** A name for a request, so that what a person reads in the pane can be found in the log. */
export const nameRequest = (request: Request): string => {
  const name = randomUUID();
  (request as Named)[id] = name;
  return name;
};

/** Which contract the answers keep. The pane that sees another one than it was opened with offers to load itself anew. */
const contractHeader = 'x-undersign-contract';

interface Beginning extends Origins {
  readonly contractMark: string;
}

/**
 * What comes before everything else, in one step, because every request takes it: its name, whose it is, and what no answer goes
 * without.
 */
export const beginAnswer = ({ contractMark, ...origins }: Beginning): RequestHandler => {
  const headersOf = securityHeaders(origins);
  return (request, response, next) => {
    response.setHeader('x-request-id', nameRequest(request));
    response.setHeader(contractHeader, contractMark);
    cleanForwardedFor(request);
    for (const [name, value] of headersOf(request.url)) response.setHeader(name, value);
    next();
  };
};

export const requestIdOf = (request: Request): string => (request as Named)[id] ?? '';
