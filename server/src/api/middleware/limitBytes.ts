import type { Request, Response } from 'express';
import type { Clock } from '../../ports/clock.ts';
import { tooManyRequests } from '../requests/tooManyRequests.ts';

export interface ByteLimit {
  readonly clock: Clock;
  /** Bytes per caller and minute, in this process. */
  readonly perMinute: number;
  readonly message: string;
  readonly keyOf: (request: Request) => string;
}

const minute = 60_000;

/** `largest`: what a body of untold length counts for, which is as much as may come. Rejects with RequestError 429. */
export type CountBytes = (request: Request, response: Response, largest: number) => Promise<void>;

/**
 * Counts the bytes that callers announce before any is read: parsing costs by the byte, so a limit of requests alone lets
 * the largest ones through as often as the smallest.
 */
export const limitBytes = ({ clock, perMinute, message, keyOf }: ByteLimit): CountBytes => {
  let window = -1;
  let counted = new Map<string, number>();
  return (request, response, largest) => {
    const at = clock.now().getTime();
    const now = Math.floor(at / minute);
    if (now !== window) [window, counted] = [now, new Map()];
    const key = keyOf(request);
    // What is larger is refused without being read, so it counts for no more.
    const announced = Math.min(largest, Number(request.headers['content-length'] ?? largest));
    const total = (counted.get(key) ?? 0) + announced;
    counted.set(key, total);
    if (total <= perMinute) return Promise.resolve();
    return Promise.reject(tooManyRequests(response, ((now + 1) * minute - at) / 1000, message));
  };
};
