import type { Request } from 'express';
import { idempotencyHeader } from '../../contract/idempotency.ts';
import { invalidRequest } from './invalidRequest.ts';

/** Null where none was sent. Throws RequestError 400 for one that is too long or empty. */
export const idempotencyKeyOf = (request: Request): string | null => {
  const parsed = idempotencyHeader.safeParse(request.headers);
  if (!parsed.success) throw invalidRequest(parsed.error, 'header');
  return parsed.data['idempotency-key'] ?? null;
};
