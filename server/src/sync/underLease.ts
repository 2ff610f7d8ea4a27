import { LeaseLost } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { keepRenewing } from '../ports/keepRenewing.ts';
import type { HeldLease, LeaseStore } from '../ports/lease.ts';
import { isStorageAway } from './isStorageAway.ts';

interface Holder {
  readonly leases: LeaseStore;
  readonly clock: Clock;
}

interface Holding {
  readonly tenantId: string;
  readonly lease: HeldLease;
  /** With which it was acquired, in milliseconds. */
  readonly ttl: number;
  /** A renewal that fails counts as a loss. Left out: it is tried again, because the work comes first. */
  readonly isLostUnlessRenewed?: true;
}

/**
 * Does work while a lease that was acquired is renewed, and gives it back whatever came of the work. The signal tells the
 * work that it was lost.
 */
export const underLease = async <T>(
  { leases, clock }: Holder,
  { tenantId, lease, ttl, isLostUnlessRenewed }: Holding,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T> => {
  const done = new AbortController();
  const lost = new AbortController();
  const kept = keepRenewing({ clock, every: ttl / 3 }, done.signal, () =>
    leases.renew(tenantId, lease, ttl).catch((error: unknown) => {
      if (isLostUnlessRenewed) return false;
      throw error;
    }),
  ).then((isOurs) => {
    if (!isOurs) lost.abort(new LeaseLost(lease.name));
  });
  let isAway = false;
  try {
    return await work(lost.signal);
  } catch (error) {
    isAway = isStorageAway(error);
    throw error;
  } finally {
    done.abort();
    await kept;
    // What was done is done, whether or not the lease can be given back; it runs out by itself.
    if (!isAway) await leases.release(tenantId, lease).catch(() => undefined);
  }
};
