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
    handler: () => {
      throw new RequestError(429, 'too-many-requests', 'Too many requests at once. Wait a minute and try again.');
    },
  });
