import type { IncrementResponse, Store } from 'express-rate-limit';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { RequestCounts } from '../../ports/requestCounts.ts';

export interface SharedCounting {
  readonly counts: RequestCounts;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Name of the limit. */
  readonly name: string;
  readonly windowMilliseconds: number;
  /** After so many requests of a caller it is told to the others, and they are asked; most callers never reach it. */
  readonly shareEvery: number;
}

interface Counted {
  own: number;
  others: number;
}

/**
 * Counts in this process, and every so many requests together with all others: so a limit holds for all replicas, give
 * or take `shareEvery` for each, and hardly any request touches the store. While the store is away each counts alone.
 */
export const requestCountStore = (options: SharedCounting): Store => {
  const { counts, clock, logger, windowMilliseconds } = options;
  let windowEndsAt = 0;
  let callers = new Map<string, Counted>();

  const countedOf = (caller: string): Counted => {
    const now = clock.now().getTime();
    if (now >= windowEndsAt || now < windowEndsAt - windowMilliseconds) {
      windowEndsAt = (Math.floor(now / windowMilliseconds) + 1) * windowMilliseconds;
      callers = new Map();
    }
    const counted = callers.get(caller) ?? { own: 0, others: 0 };
    callers.set(caller, counted);
    return counted;
  };

  const share = async (caller: string, counted: Counted): Promise<void> => {
    try {
      const count = counted.own;
      counted.others = await counts.share({ limit: options.name, caller, windowEndsAt, windowMilliseconds, count });
    } catch (error) {
      logger.warn({ msg: 'requests counted by this process alone', limit: options.name, err: error });
    }
  };

  return {
    localKeys: false,
    // A caller may be counted for several limits in one request.
    prefix: options.name,
    increment: async (caller): Promise<IncrementResponse> => {
      const counted = countedOf(caller);
      counted.own += 1;
      const resetTime = new Date(windowEndsAt);
      if (counted.own % options.shareEvery === 0) await share(caller, counted);
      return { totalHits: counted.own + counted.others, resetTime };
    },
    decrement: (caller) => {
      const counted = countedOf(caller);
      counted.own = Math.max(0, counted.own - 1);
    },
    resetKey: (caller) => {
      callers.delete(caller);
    },
  };
};
