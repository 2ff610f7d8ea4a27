import { StaleRevision } from '../../../domain/errors.ts';
import type {
  WebhookDeliveryRepository,
  WebhookRepository,
} from '../../../ports/repositories/integrationRepositories.ts';
import { isAhead } from '../../../domain/schedule/clockSetRight.ts';
import type { WebhookDelivery } from '../../../domain/integration/webhook.ts';
import { allPages } from '../../../ports/pages/allPages.ts';
import type { StorageEngine } from '../../collection.ts';
import { webhookDeliveries, webhooks } from '../../declare/integrationCollections.ts';
import { versioned } from '../versioned.ts';

export const openWebhookRepository = (engine: StorageEngine): WebhookRepository => {
  const store = engine.collection(webhooks);
  const deliveries = engine.collection(webhookDeliveries);
  return {
    get: async (tenantId, id) => versioned(await store.get(tenantId, id)),
    list: async (tenantId) => {
      const { items } = await store.page(tenantId, { limit: 100 });
      return items.map(({ document, revision }) => ({ value: document, revision }));
    },
    save: async (tenantId, webhook, ifRevision) => {
      const [revision = ifRevision + 1] = await store.write(tenantId, [{ put: webhook, ifRevision }]);
      return revision;
    },
    remove: async (tenantId, id) => {
      await store.write(tenantId, [{ delete: id }]);
      const pages = allPages(1000, (request) =>
        deliveries.page(tenantId, { where: [{ key: 'webhook', eq: id }], sort: 'createdAt', ...request }),
      );
      for await (const found of pages)
        await deliveries.write(
          tenantId,
          found.map(({ document }) => ({ delete: document.id })),
        );
    },
    tenants: () => engine.tenants(webhooks),
  };
};

export const openWebhookDeliveryRepository = (engine: StorageEngine): WebhookDeliveryRepository => {
  const store = engine.collection(webhookDeliveries);
  const ofWebhook = (webhookId: string) => ({ where: [{ key: 'webhook', eq: webhookId }], sort: 'createdAt' });
  return {
    add: async (tenantId, delivery) => {
      try {
        await store.write(tenantId, [{ put: delivery, ifRevision: 0 }]);
        return true;
      } catch (error) {
        if (error instanceof StaleRevision) return false;
        throw error;
      }
    },
    save: async (tenantId, delivery) => {
      await store.write(tenantId, [{ put: delivery }]);
    },
    due: async (tenantId, now, limit) => {
      // Years begin with a digit; what is over has no such key.
      const { items } = await store.page(tenantId, { where: [{ key: 'due', prefix: '2' }], sort: 'due', limit });
      return items.map(({ document }) => document).filter((delivery) => isDue(delivery, now));
    },
    countWaiting: (tenantId, webhookId) => store.count(tenantId, [{ key: 'waiting', eq: webhookId }]),
    newest: async (tenantId, webhookId, limit) => {
      const { items } = await store.page(tenantId, { ...ofWebhook(webhookId), descending: true, limit });
      return items.map(({ document }) => document);
    },
    keepNewest: async (tenantId, webhookId, keep) => {
      const over = (await store.count(tenantId, [{ key: 'webhook', eq: webhookId }])) - keep;
      if (over <= 0) return;
      const { items } = await store.page(tenantId, { ...ofWebhook(webhookId), limit: Math.min(over, 1000) });
      await store.write(
        tenantId,
        items.map(({ document }) => ({ delete: document.id })),
      );
    },
  };
};

/** A time that a clock named which was ahead is none to wait for. */
const isDue = ({ nextAttemptAt, lastAttemptAt, createdAt }: WebhookDelivery, now: Date): boolean =>
  nextAttemptAt !== null && (nextAttemptAt <= now.toISOString() || isAhead(lastAttemptAt ?? createdAt, now));
