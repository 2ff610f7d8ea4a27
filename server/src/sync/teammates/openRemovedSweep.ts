import { RequestError } from '../../domain/errors.ts';
import { openRestingSweep } from '../schedule/openRestingSweep.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';
import { isAnybodyForgettable, purgeSomeRemoved } from './purgeRemoved.ts';

/**
 * Forgets removed people when their days are over, also where nothing syncs: paused, disconnected, refused, nothing
 * picked.
 */
export const openRemovedSweep = (desk: LeasedDesk): ((tenantId: string) => Promise<boolean>) =>
  openRestingSweep(desk.clock, {
    isAnyDue: (tenantId, now) => isAnybodyForgettable({ ...desk, tenantId, now }),
    forgetSome: async (tenantId, now) => {
      try {
        await withSyncLease(desk, tenantId, async ({ repositories }) => {
          await purgeSomeRemoved({ repositories, tenantId, now });
          if (!(await isAnybodyForgettable({ repositories, tenantId, now }))) await repositories.scrub();
        });
      } catch (error) {
        // A sync goes first, and forgets them itself if it succeeds; there is another turn in a moment.
        if (!(error instanceof RequestError && error.code === 'run-in-progress')) throw error;
      }
    },
  });
