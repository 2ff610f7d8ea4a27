import { describe, expect, test } from '@jest/globals';
import type { RepositoriesFixture } from '../support/withRepositories.ts';

const minute = 60_000;

export const leaseClauses = (fixture: RepositoriesFixture): void => {
  describe('leases', () => {
    test('one process holds a lease at a time, by tenant and name', async () => {
      const { leases, otherLeases, tenant, otherTenant } = fixture;
      const raced = await Promise.all(
        [leases, otherLeases, leases, otherLeases].map((store) => store.acquire(tenant, 'sync', minute)),
      );
      expect(raced.filter((lease) => lease !== null)).toEqual([{ fence: 1 }]);
      expect(await otherLeases.acquire(tenant, 'photos', minute)).toEqual({ fence: 1 });
      expect(await otherLeases.acquire(otherTenant, 'sync', minute)).toEqual({ fence: 1 });
    });

    test('a lease that expired goes to the next, with a higher fence, and its old holder is told', async () => {
      const { leases, otherLeases, tenant, clock } = fixture;
      const first = await leases.acquire(tenant, 'sync', minute);
      clock.advance(minute - 1);
      expect(await leases.renew(tenant, 'sync', first!, minute)).toBe(true);
      clock.advance(minute - 1);
      expect(await otherLeases.acquire(tenant, 'sync', minute)).toBeNull();
      clock.advance(1);
      const second = await otherLeases.acquire(tenant, 'sync', minute);
      expect(second).toEqual({ fence: 2 });
      expect(await leases.renew(tenant, 'sync', first!, minute)).toBe(false);
      await leases.release(tenant, 'sync', first!);
      expect(await leases.acquire(tenant, 'sync', minute)).toBeNull();
      expect(await otherLeases.renew(tenant, 'sync', second!, minute)).toBe(true);
    });

    test('a holder that was late but not replaced keeps its lease', async () => {
      const { leases, otherLeases, tenant, clock } = fixture;
      const lease = await leases.acquire(tenant, 'sync', minute);
      clock.advance(2 * minute);
      expect(await leases.renew(tenant, 'sync', lease!, minute)).toBe(true);
      expect(await otherLeases.acquire(tenant, 'sync', minute)).toBeNull();
    });

    test('a released lease is free at once, cannot be renewed, and the fence keeps growing', async () => {
      const { leases, otherLeases, tenant } = fixture;
      const lease = await leases.acquire(tenant, 'sync', minute);
      await leases.release(tenant, 'sync', lease!);
      expect(await leases.renew(tenant, 'sync', lease!, minute)).toBe(false);
      await leases.release(tenant, 'sync', lease!);
      expect(await otherLeases.acquire(tenant, 'sync', minute)).toEqual({ fence: 2 });
      expect(await leases.renew(tenant, 'never', lease!, minute)).toBe(false);
    });
  });
};
