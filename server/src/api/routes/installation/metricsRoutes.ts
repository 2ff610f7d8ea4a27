import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import { RequestError } from '../../../domain/errors.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { measureRequests } from '../../middleware/measureRequests.ts';

/** Counts requests. First of all, so that every answer is counted. */
export const mountMeasuring = (app: Express, { metrics, clock }: Pick<ApiOptions, 'metrics' | 'clock'>): void => {
  if (metrics !== null) app.use(measureRequests(metrics.meter, clock));
};

/**
 * What Prometheus reads. On the port of everything else, because many platforms publish no
 * second one; so whoever asks needs the token that the operator set, and without one there is nothing here.
 */
export const mountMetrics = (app: Express, { metrics }: Pick<ApiOptions, 'metrics'>): void => {
  if (metrics === null) return;
  const { token, render } = metrics;
  app.get('/metrics', async (request, response) => {
    if (!isAllowed(request, token)) {
      response.setHeader('www-authenticate', 'Bearer');
      throw new RequestError(401, 'not-signed-in', 'Send METRICS_TOKEN as a bearer token.');
    }
    const { contentType, text } = await render();
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', contentType);
    response.end(text);
  });
};

/** In the same time whatever was sent: digests are of one length. */
const isAllowed = (request: Request, token: string): boolean => {
  const [scheme = '', given = ''] = (request.headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' && timingSafeEqual(digest(given), digest(token));
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
