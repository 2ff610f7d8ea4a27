import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { RequestError } from '../../domain/errors.ts';

/** A person clicks less than this; a runaway script or a guesser does not. Counted per address and minute. */
export const apiRateLimit = (): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: 1200,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: ({ path }) => path.startsWith('/notifications'),
    handler: () => {
      throw new RequestError(429, 'too-many-requests', 'Too many requests at once. Wait a minute and try again.');
    },
  });

/**
 * Graph sends from a few addresses for all tenants, up to fifty a second here; what is refused it tells again later,
 * and the schedule finds it anyway.
 */
export const notificationRateLimit = (): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: 3000,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new RequestError(429, 'too-many-requests', 'Too many notifications at once. Tell them again later.');
    },
  });
