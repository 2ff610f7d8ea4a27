import { RequestError } from '../../domain/errors.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';
import { isAnybodyForgettable, purgeSomeRemoved } from './purgeRemoved.ts';

/** Between two looks at a tenant, in milliseconds. Nobody waits for it: who is due cannot be brought back any more. */
const rest = 10 * 60_000;

/**
 * Forgets removed people when their days are over, also where nothing syncs: paused, disconnected, refused, nothing
 * picked. Some at a time; resolves to whether there may be more. Where nobody is due, one question is asked and nothing
 * is written.
 */
export const openRemovedSweep = (desk: LeasedDesk): ((tenantId: string) => Promise<boolean>) => {
  const restUntil = new Map<string, number>();
  return async (tenantId) => {
    const now = desk.clock.now();
    if (now.getTime() < (restUntil.get(tenantId) ?? 0)) return false;
    if (!(await isAnybodyForgettable({ ...desk, tenantId, now }))) {
      restUntil.set(tenantId, now.getTime() + rest);
      return false;
    }
    try {
      await withSyncLease(desk, tenantId, async ({ repositories }) => {
        await purgeSomeRemoved({ repositories, tenantId, now });
        if (!(await isAnybodyForgettable({ repositories, tenantId, now }))) await repositories.scrub();
      });
    } catch (error) {
      // A sync goes first, and forgets them itself if it succeeds; there is another turn in a moment.
      if (!(error instanceof RequestError && error.code === 'run-in-progress')) throw error;
    }
    return true;
  };
};
