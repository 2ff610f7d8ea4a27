import type { Response } from 'express';
import { oneAtATime } from '../../ports/oneAtATime.ts';
import { readerGone } from './readerGone.ts';
import { tooManyRequests } from './tooManyRequests.ts';

/** `gone` is aborted once nobody waits for the answer any more. */
type Turn<T> = (gone: AbortSignal) => Promise<T>;

interface Waiting {
  readonly tenantId: string;
  readonly response: Response;
}

/** Rejects with what the turn rejects with, or with RequestError 429 where too many wait already. */
export type TakeTurn = <T>(waiting: Waiting, turn: Turn<T>) => Promise<T>;

const secondsUntilTurn = 30;
const tooMany = 'Others wait for the same already. Try again in a while.';
/** One that has its turn and one that waits: no tenant takes all places. */
const mostOfTenant = 2;

/** Requests that are much work each, one after another in this process, with so many waiting at most. */
export const openQueue = (mostWaiting: number): TakeTurn => {
  const inTurn = oneAtATime();
  const inside: string[] = [];
  return async ({ tenantId, response }, turn) => {
    const ofTenant = inside.filter((one) => one === tenantId).length;
    if (inside.length > mostWaiting || ofTenant >= mostOfTenant)
      throw tooManyRequests(response, secondsUntilTurn, tooMany);
    inside.push(tenantId);
    const gone = readerGone(response);
    try {
      return await inTurn(() => {
        gone.throwIfAborted();
        return turn(gone);
      });
    } finally {
      inside.splice(inside.indexOf(tenantId), 1);
    }
  };
};
