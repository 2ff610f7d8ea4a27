import type { Request, RequestHandler, Response } from 'express';
import type { Clock } from '../../ports/clock.ts';
import type { Meter } from '../../ports/telemetry/meter.ts';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts every answer by the template of its route: addresses carry ids, and anybody can make up any number of them. */
export const measureRequests =
  (meter: Meter, clock: Clock): RequestHandler =>
  (request, response, next) => {
    const startedAt = clock.now().getTime();
    response.once('close', () => {
      meter.requestAnswered({
        method: methodOf(request),
        route: routeOf(request, response),
        // Whoever left before an answer began is told apart, as proxies do.
        status: response.headersSent ? response.statusCode : 499,
        milliseconds: isStream(response) ? null : Math.max(0, clock.now().getTime() - startedAt),
      });
    });
    next();
  };

/** One of a few words: anybody can make up others. */
export const methodOf = ({ method }: Request): string => (methods.has(method) ? method : 'other');

export const routeOf = (request: Request, response: Response): string => {
  const template = (request as { readonly route?: { readonly path?: unknown } }).route?.path;
  if (typeof template === 'string') return template;
  return response.statusCode < 400 ? 'file' : 'none';
};

const isStream = (response: Response): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
