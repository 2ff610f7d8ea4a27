import { z } from 'zod';

/** A repeated request under the same key gives the same run. https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Of your own choice, such as a UUID: the same request under it starts nothing twice within a day.'),
});
