import { RequestError } from '../domain/errors.ts';
import type { LeaseStore } from '../ports/lease.ts';

/** The lease that sync runs hold; whoever changes teammates outside a run holds it too. */
export const syncLeaseName = 'run-sync';

const ttl = 30_000;

/** Does short work on teammates while no sync does. Throws RequestError 409 `run-in-progress`. */
export const withSyncLease = async <T>(leases: LeaseStore, tenantId: string, work: () => Promise<T>): Promise<T> => {
  const lease = await leases.acquire(tenantId, syncLeaseName, ttl);
  if (lease === null) {
    throw new RequestError(409, 'run-in-progress', 'A sync is under way. Try again when it is done.', {
      values: { runId: '' },
    });
  }
  try {
    return await work();
  } finally {
    await leases.release(tenantId, syncLeaseName, lease);
  }
};
