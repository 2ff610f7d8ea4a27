import { RequestError } from '../../domain/errors.ts';
import { leaseNames, type HeldLease } from '../../ports/lease.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { TenantErasure } from '../../ports/repositories/tenantErasureRepository.ts';
import { cancelRuns, type RunDesk } from '../startRun.ts';
import { withAllLeases, type LeasedDesk } from '../withSyncLease.ts';

export interface TenantErasureDesk extends LeasedDesk {
  readonly runDesk: RunDesk;
  readonly logger: Logger;
  /** Has Microsoft tell us of changes in this tenant no more, as far as that can be had. */
  readonly endSubscriptions: (tenantId: string) => Promise<void>;
}

/** Erases everything that is kept of tenants that are marked for it. */
export interface TenantEraser {
  /** Tenants that are marked: nothing else is to be done for them. */
  tenants(): Promise<readonly string[]>;
  /** Does as much as can be done now, and takes the mark away once nothing is left and nothing can come any more. */
  goOn(tenantId: string): Promise<void>;
}

/**
 * A request that was let in just before the mark may write until it ends, so the mark stands longer than any request is
 * waited for (`httpLimits.ts`). Milliseconds.
 */
const stragglers = 2 * 60_000;

/** Work that writes for a tenant besides runs. */
const otherLeases = [leaseNames.enrichmentPass, leaseNames.changeSubscriptions, leaseNames.webhooks];
const leaseTtl = 60_000;

export const openTenantEraser = (desk: TenantErasureDesk): TenantEraser => ({
  tenants: () => desk.repositories.tenantErasures.tenants(),
  goOn: async (tenantId) => {
    const { repositories, logger } = desk;
    const erasure = await repositories.tenantErasures.get(tenantId);
    if (erasure === null) return;
    await cancelRuns(desk.runDesk, tenantId);
    try {
      const outcome = await withAllLeases(desk, tenantId, (held) => eraseOnce(held, erasure));
      if (outcome !== 'waits') await repositories.scrub();
      if (outcome === 'done') logger.info({ msg: 'tenant erased', tenantId });
    } catch (error) {
      // Runs stop at their next safe point; there is another turn in a moment.
      if (!(error instanceof RequestError && error.code === 'run-in-progress')) throw error;
    }
  },
});

type Outcome = 'erased' | 'waits' | 'done';

const eraseOnce = async (desk: TenantErasureDesk, { tenantId, at }: TenantErasure): Promise<Outcome> => {
  const { repositories, leases, clock, logger } = desk;
  // Whoever holds one of these loses what they work on and ends by themselves; until then the mark stands.
  const held = await acquireFree(desk, tenantId);
  try {
    // First, because it takes the credentials.
    await desk.endSubscriptions(tenantId);
    const documents = await repositories.tenantErasures.erase(tenantId);
    if (Object.keys(documents).length > 0) {
      logger.info({ msg: 'erasing tenant', tenantId, documents });
      return 'erased';
    }
    const isQuiet = held.length === otherLeases.length && clock.now().getTime() >= Date.parse(at) + stragglers;
    if (!isQuiet) return 'waits';
    await repositories.tenantErasures.settle(tenantId);
    return 'done';
  } finally {
    for (const lease of held) await leases.release(tenantId, lease).catch(() => undefined);
  }
};

const acquireFree = async ({ leases }: LeasedDesk, tenantId: string): Promise<readonly HeldLease[]> => {
  const held: HeldLease[] = [];
  for (const name of otherLeases) {
    const lease = await leases.acquire(tenantId, name, leaseTtl);
    if (lease !== null) held.push(lease);
  }
  return held;
};
