import type { Request } from 'express';
import { RequestError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AwaitedStep } from './awaitMiddleware.ts';

export interface ByteLimit {
  readonly clock: Clock;
  /** Bytes per caller and minute, in this process. */
  readonly perMinute: number;
  /** What a body of untold length counts for: as much as may come. */
  readonly untold: number;
  readonly message: string;
  readonly keyOf: (request: Request) => string;
}

const minute = 60_000;

/**
 * Counts the bytes that callers announce before any is read: parsing costs by the byte, so a limit of requests alone lets
 * the largest ones through as often as the smallest. Rejects with RequestError 429.
 */
export const limitBytes = ({ clock, perMinute, untold, message, keyOf }: ByteLimit): AwaitedStep => {
  let window = -1;
  let counted = new Map<string, number>();
  return (request) => {
    const now = Math.floor(clock.now().getTime() / minute);
    if (now !== window) [window, counted] = [now, new Map()];
    const key = keyOf(request);
    const total = (counted.get(key) ?? 0) + Number(request.headers['content-length'] ?? untold);
    counted.set(key, total);
    return total > perMinute ? Promise.reject(new RequestError(429, 'too-many-requests', message)) : Promise.resolve();
  };
};
