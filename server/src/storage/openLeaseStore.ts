import { StaleRevision } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { HeldLease, LeaseStore } from '../ports/lease.ts';
import type { Collection, StorageEngine } from './collection.ts';
import { leases, type StoredLease } from './collections.ts';

/** Leases by compare-and-set on a revision, so they hold between processes and machines that share a database. */
export const openLeaseStore = (engine: StorageEngine, clock: Clock): LeaseStore => {
  const store = engine.collection(leases);
  return {
    acquire: (tenantId, name, ttlMilliseconds) => acquire(store, clock, { tenantId, name, ttlMilliseconds }),
    renew: async (...[tenantId, name, lease, ttlMilliseconds]) => {
      const found = await store.get(tenantId, name);
      if (found?.document.fence !== lease.fence || found.document.expiresAt === released) return false;
      const expiresAt = clock.now().getTime() + ttlMilliseconds;
      return put(store, { tenantId, lease: { ...found.document, expiresAt }, ifRevision: found.revision });
    },
    release: async (tenantId, name, lease) => {
      const found = await store.get(tenantId, name);
      if (found?.document.fence !== lease.fence) return;
      await put(store, { tenantId, lease: { ...found.document, expiresAt: released }, ifRevision: found.revision });
    },
  };
};

const released = 0;

interface Wanted {
  readonly tenantId: string;
  readonly name: string;
  readonly ttlMilliseconds: number;
}

const acquire = async (
  store: Collection<StoredLease>,
  clock: Clock,
  { tenantId, name, ttlMilliseconds }: Wanted,
): Promise<HeldLease | null> => {
  const now = clock.now().getTime();
  const found = await store.get(tenantId, name);
  if (found !== null && found.document.expiresAt > now) return null;
  const fence = (found?.document.fence ?? 0) + 1;
  const lease = { name, fence, expiresAt: now + ttlMilliseconds };
  const won = await put(store, { tenantId, lease, ifRevision: found?.revision ?? 0 });
  return won ? { fence } : null;
};

/** False when another process was first. */
const put = async (
  store: Collection<StoredLease>,
  write: { readonly tenantId: string; readonly lease: StoredLease; readonly ifRevision: number },
): Promise<boolean> => {
  try {
    await store.write(write.tenantId, [{ put: write.lease, ifRevision: write.ifRevision }]);
    return true;
  } catch (error) {
    if (error instanceof StaleRevision) return false;
    throw error;
  }
};
