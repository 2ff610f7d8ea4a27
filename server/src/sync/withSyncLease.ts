import { RequestError } from '../domain/errors.ts';
import type { RunKind } from '../domain/run/run.ts';
import type { LeaseStore } from '../ports/lease.ts';

/** The lease a run holds while it executes; whoever changes teammates outside a run holds that of a sync too. */
export const runLeaseName = (kind: RunKind): string => `run-${kind}`;

const syncLeaseName = runLeaseName('sync');

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
