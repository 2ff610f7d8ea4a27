import { StaleRevision } from '../domain/errors.ts';
import { stillHolds } from '../domain/schedule/clockSetRight.ts';
import type { Clock } from '../ports/clock.ts';
import { keepRenewing } from '../ports/keepRenewing.ts';
import type { HeldLease, LeaseStore } from '../ports/lease.ts';
import type { StorageEngine } from './collection.ts';
import { leases, type StoredLease } from './declare/systemCollections.ts';

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

  const renew = async (
    tenantId: string,
    { name, fence, ...held }: HeldLease,
    ttlMilliseconds: number,
  ): Promise<boolean> => {
    const found = await store.get(tenantId, name);
    if (found?.document.fence !== fence || found.document.expiresAt === released) return false;
    return put(tenantId, { ...found.document, ...held, expiresAt: inMilliseconds(ttlMilliseconds) }, found.revision);
  };

  return {
    acquire: async (tenantId, wanted, ttlMilliseconds) => {
      const { name, ...work } = typeof wanted === 'string' ? { name: wanted } : wanted;
      const found = await store.get(tenantId, name);
      const former = found?.document ?? { name, fence: 0, expiresAt: released };
      if (stillHolds(former.expiresAt, clock.now(), Math.max(longest, ttlMilliseconds))) return null;
      const isFree = former.expiresAt === released;
      const lease = { name, fence: former.fence + 1 };
      const held = { ...lease, ...work };
      const taken = { ...(isFree ? held : lease), expiresAt: inMilliseconds(ttlMilliseconds) };
      if (!(await put(tenantId, taken, found?.revision ?? 0))) return null;
      if (isFree) return held;
      const renewing = (which: HeldLease): Promise<boolean> => renew(tenantId, which, ttlMilliseconds);
      const rhythm = { clock, every: ttlMilliseconds / 3 };
      return takeOver(held, { seal: () => engine.seal(tenantId, former.work), renew: renewing, rhythm });
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

/**
 * Nobody takes a lease for longer, in milliseconds. One with more to go was taken while a clock was ahead; if its holder lives, sealing
 * keeps them from writing as it does whoever was paused.
 */
const longest = 5 * 60_000;

interface TakeOver {
  readonly seal: () => Promise<void>;
  readonly renew: (lease: HeldLease) => Promise<boolean>;
  readonly rhythm: Parameters<typeof keepRenewing>[0];
}

/**
 * Whoever let the lease run out may be paused with a write on its way, so sealing comes before any work. Until it is done
 * the lease names no work: whoever has to take over from here seals everything.
 */
const takeOver = async (held: HeldLease, { seal, renew, rhythm }: TakeOver): Promise<HeldLease | null> => {
  const { name, fence } = held;
  const sealed = new AbortController();
  const renewed = keepRenewing(rhythm, sealed.signal, () => renew({ name, fence }));
  try {
    await seal();
  } finally {
    sealed.abort();
  }
  if (!(await renewed)) return null;
  return held.work === undefined || (await renew(held)) ? held : null;
};
