import type { HeldLease, LeaseStore } from '../ports/lease.ts';
import type { Meter } from '../ports/telemetry/meter.ts';

/** The same leases, counted by the kind of work they are for. Their names are kinds; tenants stand apart from them. */
export const meteredLeases = (leases: LeaseStore, meter: Meter): LeaseStore => {
  // One that was never given back, because the store was away, is followed by the next of the same work.
  const held = new Map<string, number>();
  const keyOf = (tenantId: string, name: string): string => `${tenantId}/${name}`;
  const took = (tenantId: string, { name, fence }: HeldLease): void => {
    if (!held.has(keyOf(tenantId, name))) meter.leaseHeld(name, 1);
    held.set(keyOf(tenantId, name), fence);
  };
  const ended = (tenantId: string, { name, fence }: HeldLease): boolean => {
    if (held.get(keyOf(tenantId, name)) !== fence) return false;
    held.delete(keyOf(tenantId, name));
    meter.leaseHeld(name, -1);
    return true;
  };
  return {
    acquire: async (tenantId, wanted, ttl) => {
      const lease = await leases.acquire(tenantId, wanted, ttl);
      meter.leaseAsked(typeof wanted === 'string' ? wanted : wanted.name, lease === null ? 'taken' : 'had');
      if (lease !== null) took(tenantId, lease);
      return lease;
    },
    renew: async (tenantId, lease, ttl) => {
      const isHeld = await leases.renew(tenantId, lease, ttl);
      if (!isHeld && ended(tenantId, lease)) meter.leaseLost(lease.name);
      return isHeld;
    },
    release: async (tenantId, lease) => {
      await leases.release(tenantId, lease);
      ended(tenantId, lease);
    },
  };
};
