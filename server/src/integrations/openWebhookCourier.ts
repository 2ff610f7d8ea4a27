import { LeaseLost } from '../domain/errors.ts';
import { leaseNames, type LeaseStore } from '../ports/lease.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import { tellWebhooks } from './tellWebhooks.ts';
import type { WebhookDesk } from './webhookDesk.ts';

export interface CourierOptions extends WebhookDesk {
  readonly leases: LeaseStore;
  readonly logger: Logger;
}

/** Tells webhooks what happens: one replica at a time for each tenant. */
export interface WebhookCourier {
  /** Something happened that may have to be told. */
  wake(): void;
  /** Looks at every tenant with a webhook once; resolves when what was due has been tried. */
  look(): Promise<void>;
  /** Keeps looking. Resolves after `stop`. */
  watch(): Promise<void>;
  stop(): Promise<void>;
}

const leaseTtl = 60_000;
/** Between two looks, so also how late a second try may be. Milliseconds. */
const tick = 15_000;
/** Tenants at the same time: a receiver that is slow to answer holds up its own tenant. */
const atOnce = 8;

export const openWebhookCourier = (options: CourierOptions): WebhookCourier => {
  const { repositories, clock, logger } = options;
  const stopping = new AbortController();
  const visiting = new Map<string, Promise<void>>();
  let bell = new AbortController();
  let watching: Promise<void> | undefined;

  const begin = (tenantId: string): void => {
    const visit = visitTenant(options, tenantId, stopping.signal)
      .catch((error: unknown) => {
        if (stopping.signal.aborted || error instanceof LeaseLost) return;
        logger.warn({ msg: 'webhooks not told', tenantId, err: error });
      })
      .finally(() => visiting.delete(tenantId));
    visiting.set(tenantId, visit);
  };

  const beginAll = async (): Promise<void> => {
    for (const tenantId of await repositories.webhooks.tenants()) {
      while (visiting.size >= atOnce) await Promise.race(visiting.values());
      if (stopping.signal.aborted) return;
      if (!visiting.has(tenantId)) begin(tenantId);
    }
  };
  const settled = () => Promise.all(visiting.values());

  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      bell = new AbortController();
      await beginAll().catch((error: unknown) => {
        logger.error({ msg: 'webhooks not read', err: error });
      });
      await clock.sleep(tick, AbortSignal.any([stopping.signal, bell.signal])).catch(() => undefined);
    }
    await settled();
  };

  return {
    wake: () => {
      bell.abort();
    },
    look: async () => {
      await beginAll();
      await settled();
    },
    watch: () => (watching ??= watch()),
    stop: async () => {
      stopping.abort();
      await watching;
      await settled();
    },
  };
};

const visitTenant = async (options: CourierOptions, tenantId: string, signal: AbortSignal): Promise<void> => {
  const { leases } = options;
  const lease = await leases.acquire(tenantId, leaseNames.webhooks, leaseTtl);
  if (lease === null) return;
  try {
    const renew = () => leases.renew(tenantId, lease, leaseTtl);
    await tellWebhooks({ ...options, renew }, { tenantId, lease, signal });
  } finally {
    await leases.release(tenantId, lease).catch(() => undefined);
  }
};
