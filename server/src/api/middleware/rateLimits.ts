import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { RequestError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { RequestCounts } from '../../ports/requestCounts.ts';
import { requestCountStore } from './requestCountStore.ts';

export interface RateLimitOptions {
  readonly requestCounts: RequestCounts;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Limit {
  readonly name: string;
  /** Requests per address and minute, on all replicas together. */
  readonly perMinute: number;
  readonly message: string;
  readonly skip?: (path: string) => boolean;
}

/** A person clicks less than this; a runaway script or a guesser does not. */
export const apiRateLimit = (options: RateLimitOptions): RequestHandler =>
  limitBy(options, {
    name: 'api',
    perMinute: 1200,
    message: 'Too many requests at once. Wait a minute and try again.',
    skip: (path) => path.startsWith('/notifications'),
  });

/**
 * Graph sends from a few addresses for all tenants, up to fifty a second here; what is refused it tells again later,
 * and the schedule finds it anyway.
 */
export const notificationRateLimit = (options: RateLimitOptions): RequestHandler =>
  limitBy(options, {
    name: 'notifications',
    perMinute: 3000,
    message: 'Too many notifications at once. Tell them again later.',
  });

const minute = 60_000;

/** How much of the limit a caller may use up before the replicas compare their counts. */
const sharedPart = 1 / 20;

const limitBy = (
  { requestCounts, clock, logger }: RateLimitOptions,
  { name, perMinute, message, skip = () => false }: Limit,
): RequestHandler =>
  rateLimit({
    windowMs: minute,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: ({ path }) => skip(path),
    store: requestCountStore({
      counts: requestCounts,
      clock,
      logger,
      name,
      windowMilliseconds: minute,
      shareEvery: perMinute * sharedPart,
    }),
    handler: () => {
      throw new RequestError(429, 'too-many-requests', message);
    },
  });
