import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { cleanForwardedFor } from './forwardedFor.ts';
import { securityHeaders, type Origins } from './securityHeaders.ts';

const ids = new WeakMap<Request, string>();

/** A name for a request, so that what a person reads in the pane can be found in the log. */
export const nameRequest = (request: Request): string => {
  const id = randomUUID();
  ids.set(request, id);
  return id;
};

/**
 * What comes before everything else, in one step, because every request takes it: its name, whose it is, and what no answer goes
 * without.
 */
export const beginAnswer = (origins: Origins): RequestHandler => {
  const headersOf = securityHeaders(origins);
  return (request, response, next) => {
    response.setHeader('x-request-id', nameRequest(request));
    cleanForwardedFor(request);
    for (const [name, value] of headersOf(request.url)) response.setHeader(name, value);
    next();
  };
};

export const requestIdOf = (request: Request): string => ids.get(request) ?? '';
