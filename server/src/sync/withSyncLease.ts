import { LeaseLost, RequestError } from '../domain/errors.ts';
import type { RunKind } from '../domain/run/run.ts';
import type { Clock } from '../ports/clock.ts';
import { leaseNames, type HeldLease, type LeaseStore } from '../ports/lease.ts';
import type { Repositories } from '../ports/repositories.ts';
import { underLease } from './underLease.ts';

const ttl = 30_000;

/** A run that has ended gives its lease back a moment after it says so, on a busy machine some seconds. */
const patience = { times: 200, milliseconds: 50 };

export interface LeasedDesk {
  readonly repositories: Repositories;
  readonly leases: LeaseStore;
  readonly clock: Clock;
}

/**
 * Does work on teammates while no sync does, with a desk whose repositories write for the holder of the lease
 * alone. Throws RequestError 409 `run-in-progress`.
 */
export const withSyncLease = <D extends LeasedDesk, T>(
  desk: D,
  tenantId: string,
  work: (desk: D) => Promise<T>,
): Promise<T> => withRunLease(desk, { tenantId, kind: 'sync' }, work);

/** The same while no run of either kind goes on: previews read and store people too. */
export const withAllLeases = <D extends LeasedDesk, T>(
  desk: D,
  tenantId: string,
  work: (desk: D) => Promise<T>,
): Promise<T> =>
  withRunLease(desk, { tenantId, kind: 'preview' }, () => withRunLease(desk, { tenantId, kind: 'sync' }, work));

interface LeasePlace {
  readonly tenantId: string;
  readonly kind: RunKind;
}

const withRunLease = async <D extends LeasedDesk, T>(
  desk: D,
  place: LeasePlace,
  work: (desk: D) => Promise<T>,
): Promise<T> => {
  const { tenantId } = place;
  const lease = await acquire(desk, place);
  if (lease === null) throw inProgress();
  // However long the work takes. Once the lease is lost, its next write is refused.
  return underLease(desk, { tenantId, lease, ttl }, () =>
    work({ ...desk, repositories: desk.repositories.under(lease) }),
  ).catch((error: unknown) => {
    throw error instanceof LeaseLost ? inProgress(error) : error;
  });
};

const acquire = async (desk: LeasedDesk, { tenantId, kind }: LeasePlace): Promise<HeldLease | null> => {
  for (let time = 1; ; time += 1) {
    const lease = await desk.leases.acquire(tenantId, leaseNames[kind], ttl);
    if (lease !== null || time === patience.times) return lease;
    if ((await desk.repositories.runs.active(tenantId, kind)) !== null) return null;
    await desk.clock.sleep(patience.milliseconds);
  }
};

const inProgress = (cause?: LeaseLost): RequestError =>
  new RequestError(409, 'run-in-progress', 'A sync is under way. Try again when it is done.', {
    values: { runId: '' },
    ...(cause && { cause }),
  });
