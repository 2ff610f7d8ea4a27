import { StaleRevision } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { HeldLease, LeaseStore } from '../ports/lease.ts';
import type { StorageEngine } from './collection.ts';
import { leases, type StoredLease } from './collections.ts';

/** Leases by compare-and-set on a revision, so they hold between processes and machines that share a database. */
export const openLeaseStore = (engine: StorageEngine, clock: Clock): LeaseStore => {
  const store = engine.collection(leases);
  const inMilliseconds = (milliseconds: number): number => clock.now().getTime() + milliseconds;

  /** False when another process was first. */
  const put = async (tenantId: string, lease: StoredLease, ifRevision: number): Promise<boolean> => {
    try {
      await store.write(tenantId, [{ put: lease, ifRevision }]);
      return true;
    } catch (error) {
      if (error instanceof StaleRevision) return false;
      throw error;
    }
  };

  const renew = async (tenantId: string, { name, fence }: HeldLease, ttlMilliseconds: number): Promise<boolean> => {
    const found = await store.get(tenantId, name);
    if (found?.document.fence !== fence || found.document.expiresAt === released) return false;
    return put(tenantId, { ...found.document, expiresAt: inMilliseconds(ttlMilliseconds) }, found.revision);
  };

  /** Whoever let the lease run out may be paused with a write on its way, so sealing comes before any work. */
  const takeOver = async (tenantId: string, lease: HeldLease, ttlMilliseconds: number): Promise<HeldLease | null> => {
    const sealed = new AbortController();
    const renewed = keepRenewing(
      clock,
      { every: ttlMilliseconds / 3, until: sealed.signal },
      async () => await renew(tenantId, lease, ttlMilliseconds),
    );
    try {
      await engine.seal(tenantId);
    } finally {
      sealed.abort();
    }
    return (await renewed) ? lease : null;
  };

  return {
    acquire: async (tenantId, name, ttlMilliseconds) => {
      const found = await store.get(tenantId, name);
      const expiresAt = found?.document.expiresAt ?? released;
      if (expiresAt > clock.now().getTime()) return null;
      const lease = { name, fence: (found?.document.fence ?? 0) + 1 };
      const taken = { ...lease, expiresAt: inMilliseconds(ttlMilliseconds) };
      if (!(await put(tenantId, taken, found?.revision ?? 0))) return null;
      return expiresAt === released ? lease : takeOver(tenantId, lease, ttlMilliseconds);
    },
    renew,
    release: async (tenantId, { name, fence }) => {
      const found = await store.get(tenantId, name);
      if (found?.document.fence !== fence) return;
      await put(tenantId, { ...found.document, expiresAt: released }, found.revision);
    },
  };
};

const released = 0;

interface Rhythm {
  /** Milliseconds. */
  readonly every: number;
  readonly until: AbortSignal;
}

/** False as soon as a renewal finds the lease in other hands. One that fails is tried again: what it is for comes first. */
const keepRenewing = async (
  clock: Clock,
  { every, until }: Rhythm,
  renew: () => Promise<boolean>,
): Promise<boolean> => {
  for (;;) {
    await clock.sleep(every, until).catch(() => undefined);
    if (until.aborted) return true;
    if (!(await renew().catch(() => true))) return false;
  }
};
