import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

const ids = new WeakMap<Request, string>();

/** Names every request, so that what a person reads in the pane can be found in the log. */
export const requestId: RequestHandler = (request, response, next) => {
  const id = randomUUID();
  ids.set(request, id);
  response.setHeader('x-request-id', id);
  next();
};

export const requestIdOf = (request: Request): string => ids.get(request) ?? '';
