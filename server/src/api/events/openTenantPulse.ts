import type { EventMarks } from '../../contract/sync/events.ts';
import { isFresh } from '../../domain/schedule/clockSetRight.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { readMarks } from './readMarks.ts';

/** The marks of a tenant, read at most once in a while however many look on. */
export interface TenantPulse {
  /** Milliseconds between two readings. */
  readonly interval: number;
  /** Rejects with StorageError while the store is away. */
  read(tenantId: string): Promise<EventMarks>;
}

const interval = 1000;

export const openTenantPulse = ({ repositories, clock }: { repositories: Repositories; clock: Clock }): TenantPulse => {
  const latest = new Map<string, { readonly at: Date; readonly marks: Promise<EventMarks> }>();
  const forgetOld = (now: Date): void => {
    for (const [tenantId, { at }] of latest) if (!isFresh(at, now, interval)) latest.delete(tenantId);
  };
  return {
    interval,
    read: (tenantId) => {
      const now = clock.now();
      forgetOld(now);
      const known = latest.get(tenantId);
      if (known) return known.marks;
      const marks = readMarks(repositories, tenantId);
      latest.set(tenantId, { at: now, marks });
      return marks;
    },
  };
};
