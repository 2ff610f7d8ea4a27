import type { Clock } from '../../ports/clock.ts';
import { openRests } from './openRests.ts';

interface Sweep {
  /** One question, which is all that a tenant costs in which nothing is due. */
  readonly isAnyDue: (tenantId: string, now: Date) => Promise<boolean>;
  /** Forgets some of it. */
  readonly forgetSome: (tenantId: string, now: Date) => Promise<void>;
}

/** Between two looks at a tenant, in milliseconds. Nobody waits for it: what is due cannot be brought back any more. */
const rest = 10 * 60_000;

/** Forgets what is due, some at a time; resolves to whether there may be more. Where nothing is due, nothing is written. */
export const openRestingSweep = (clock: Clock, sweep: Sweep): ((tenantId: string) => Promise<boolean>) => {
  const rests = openRests(clock, rest);
  return async (tenantId) => {
    if (rests.areOn(tenantId)) return false;
    const now = clock.now();
    if (await sweep.isAnyDue(tenantId, now)) {
      await sweep.forgetSome(tenantId, now);
      return true;
    }
    rests.begin(tenantId, now.getTime() + rest);
    return false;
  };
};
