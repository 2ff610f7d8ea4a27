import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { RequestCounts } from '../../ports/directory/requestCounts.ts';

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

export interface RequestsCounted {
  /** Of this caller in this window, here and by all others as far as they told. */
  readonly total: number;
  /** Milliseconds until counting begins anew. */
  readonly endsIn: number;
}

/** Counts one request more. Null, and nothing is counted, where there were `most` already. */
export interface SharedCount {
  (caller: string): RequestsCounted;
  (caller: string, most: number): RequestsCounted | null;
}

interface Counted {
  own: number;
  others: number;
}

/** Milliseconds in which counts come together before they are told: one write for all callers, however many ask. */
const gathering = 100;

/**
 * Counts in this process, and every so many requests together with all others: so a limit holds for all replicas, give
 * or take `shareEvery` and what is asked in a tenth of a second for each. Hardly any request touches the store, and none
 * waits for it. While the store is away each counts alone.
 */
export const openSharedCount = (options: SharedCounting): SharedCount => {
  const { counts, clock, logger, windowMilliseconds, shareEvery, name: limit } = options;
  let windowEndsAt = 0;
  let callers = new Map<string, Counted>();
  let untold = new Map<string, Counted>();

  const countedOf = (caller: string, now: number): Counted => {
    if (now >= windowEndsAt || now < windowEndsAt - windowMilliseconds) {
      windowEndsAt = (Math.floor(now / windowMilliseconds) + 1) * windowMilliseconds;
      callers = new Map();
      untold = new Map();
    }
    const counted = callers.get(caller) ?? { own: 0, others: 0 };
    callers.set(caller, counted);
    return counted;
  };

  const tell = async (): Promise<void> => {
    await clock.sleep(gathering);
    const told = [...untold];
    untold.clear();
    const counted = told.map(([caller, { own }]) => ({ caller, count: own }));
    if (counted.length === 0) return;
    const others = await counts.share({ limit, windowEndsAt, windowMilliseconds, counted });
    for (const [at, [, counted]] of told.entries()) counted.others = others[at] ?? 0;
  };

  const tellSoon = (caller: string, counted: Counted): void => {
    const isComing = untold.size > 0;
    untold.set(caller, counted);
    if (isComing) return;
    tell().catch((err: unknown) => {
      logger.warn({ msg: 'requests counted by this process alone', limit, err });
    });
  };

  const count = (caller: string, most = Infinity): RequestsCounted | null => {
    const now = clock.now().getTime();
    const counted = countedOf(caller, now);
    if (counted.own + counted.others >= most) return null;
    counted.own += 1;
    if (counted.own % shareEvery === 0) tellSoon(caller, counted);
    return { total: counted.own + counted.others, endsIn: windowEndsAt - now };
  };
  return count as SharedCount;
};
