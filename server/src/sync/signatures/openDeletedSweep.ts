import { restorableSince } from '../../domain/design/restorableSince.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';

export interface DeletedDesk {
  readonly repositories: Pick<Repositories, 'signatures' | 'scrub'>;
  readonly clock: Clock;
}

/** Between two looks at a tenant, in milliseconds. Nobody waits for it: what is due cannot be brought back any more. */
const rest = 10 * 60_000;

/**
 * Forgets deleted signatures when their days are over, whether or not anybody deletes another. Some at a time; resolves to
 * whether there may be more. Where none is due, one question is asked and nothing is written.
 */
export const openDeletedSweep = ({ repositories, clock }: DeletedDesk): ((tenantId: string) => Promise<boolean>) => {
  const restUntil = new Map<string, number>();
  return async (tenantId) => {
    const now = clock.now();
    if (now.getTime() < (restUntil.get(tenantId) ?? 0)) return false;
    const { signatures } = repositories;
    const before = restorableSince(now);
    if (!(await signatures.isAnyDeletedBefore(tenantId, before))) {
      restUntil.set(tenantId, now.getTime() + rest);
      return false;
    }
    await signatures.purge(tenantId, before);
    if (!(await signatures.isAnyDeletedBefore(tenantId, before))) await repositories.scrub();
    return true;
  };
};
