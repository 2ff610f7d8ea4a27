import { describe, expect, test } from '@jest/globals';
import type { RepositoriesFixture } from '../../support/withRepositories.ts';

const minute = 60_000;

export const leaseClauses = (fixture: RepositoriesFixture): void => {
  describe('leases', () => {
    test('one process holds a lease at a time, by tenant and name', async () => {
      const { leases, otherLeases, tenant, otherTenant } = fixture;
      const raced = await Promise.all(
        [leases, otherLeases, leases, otherLeases].map((store) => store.acquire(tenant, 'sync', minute)),
      );
      expect(raced.filter((lease) => lease !== null)).toEqual([{ name: 'sync', fence: 1 }]);
      expect(await otherLeases.acquire(tenant, 'photos', minute)).toEqual({ name: 'photos', fence: 1 });
      expect(await otherLeases.acquire(otherTenant, 'sync', minute)).toEqual({ name: 'sync', fence: 1 });
    });

    test('a lease that expired goes to the next, with a higher fence, and its old holder is told', async () => {
      const { leases, otherLeases, tenant, clock } = fixture;
      const first = await leases.acquire(tenant, 'sync', minute);
      clock.advance(minute - 1);
      expect(await leases.renew(tenant, first!, minute)).toBe(true);
      clock.advance(minute - 1);
      expect(await otherLeases.acquire(tenant, 'sync', minute)).toBeNull();
      clock.advance(1);
      const second = await otherLeases.acquire(tenant, 'sync', minute);
      expect(second).toEqual({ name: 'sync', fence: 2 });
      expect(await leases.renew(tenant, first!, minute)).toBe(false);
      await leases.release(tenant, first!);
      expect(await leases.acquire(tenant, 'sync', minute)).toBeNull();
      expect(await otherLeases.renew(tenant, second!, minute)).toBe(true);
    });

    test('a holder that was late but not replaced keeps its lease', async () => {
      const { leases, otherLeases, tenant, clock } = fixture;
      const lease = await leases.acquire(tenant, 'sync', minute);
      clock.advance(2 * minute);
      expect(await leases.renew(tenant, lease!, minute)).toBe(true);
      expect(await otherLeases.acquire(tenant, 'sync', minute)).toBeNull();
    });

    test('one that was taken while the clock was ahead goes to the next once that is set right, and its holder is told', async () => {
      const { leases, otherLeases, tenant, clock } = fixture;
      clock.advance(120 * minute);
      const ahead = await leases.acquire(tenant, 'sync', minute);
      clock.advance(-120 * minute);
      const second = await otherLeases.acquire(tenant, 'sync', minute);
      expect(second).toEqual({ name: 'sync', fence: 2 });
      expect(await leases.renew(tenant, ahead!, minute)).toBe(false);
      expect(await otherLeases.renew(tenant, second!, minute)).toBe(true);
    });

    test('one that a replica took whose clock is ahead by seconds stays with it', async () => {
      const { leases, otherLeases, tenant, clock } = fixture;
      clock.advance(50_000);
      const lease = await leases.acquire(tenant, 'sync', 5 * minute);
      clock.advance(-50_000);
      expect(await otherLeases.acquire(tenant, 'sync', minute)).toBeNull();
      expect(await leases.renew(tenant, lease!, minute)).toBe(true);
    });

    test('a released lease is free at once, cannot be renewed, and the fence keeps growing', async () => {
      const { leases, otherLeases, tenant } = fixture;
      const lease = await leases.acquire(tenant, 'sync', minute);
      await leases.release(tenant, lease!);
      expect(await leases.renew(tenant, lease!, minute)).toBe(false);
      await leases.release(tenant, lease!);
      expect(await otherLeases.acquire(tenant, 'sync', minute)).toEqual({ name: 'sync', fence: 2 });
      expect(await leases.renew(tenant, { ...lease!, name: 'never' }, minute)).toBe(false);
    });
  });
};
