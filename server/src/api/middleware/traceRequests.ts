import type { RequestHandler } from 'express';
import type { Tracer } from '../../ports/telemetry/tracer.ts';
import { methodOf, routeOf } from './measureRequests.ts';
import { requestIdOf } from './beginAnswer.ts';

/** Asked every few seconds by whoever watches, and of no interest to them. */
const watching = /^\/(health|metrics)\b/;

/** A span for every answer, by the template of its route: nothing of the address or of the query stands in it. */
export const traceRequests =
  (tracer: Tracer): RequestHandler =>
  (request, response, next) => {
    if (watching.test(request.path)) {
      next();
      return;
    }
    const method = methodOf(request);
    const span = tracer.begin(method, 'server', { 'http.request.method': method });
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : 499;
      const route = routeOf(request, response);
      span.end({
        name: `${method} ${route}`,
        attributes: {
          'http.route': route,
          'http.response.status_code': status,
          'undersign.request.id': requestIdOf(request),
        },
        failed: status >= 500 ? String(status) : undefined,
      });
    });
    span.within(next);
  };
