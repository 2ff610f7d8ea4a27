import { restorableSince } from '../../domain/design/restorableSince.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { openRestingSweep } from '../schedule/openRestingSweep.ts';

export interface DeletedDesk {
  readonly repositories: Pick<Repositories, 'signatures' | 'scrub'>;
  readonly clock: Clock;
}

/** Forgets deleted signatures when their days are over, whether or not anybody deletes another. */
export const openDeletedSweep = ({ repositories, clock }: DeletedDesk): ((tenantId: string) => Promise<boolean>) => {
  const { signatures } = repositories;
  const isAnyDue = (tenantId: string, now: Date): Promise<boolean> =>
    signatures.isAnyDeletedBefore(tenantId, restorableSince(now));
  return openRestingSweep(clock, {
    isAnyDue,
    forgetSome: async (tenantId, now) => {
      await signatures.purge(tenantId, restorableSince(now));
      if (!(await isAnyDue(tenantId, now))) await repositories.scrub();
    },
  });
};
