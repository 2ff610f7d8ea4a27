import type { ApiKey } from '../../domain/integration/apiKey.ts';
import type { StartedOnce } from '../../domain/integration/startedOnce.ts';
import type { Webhook, WebhookDelivery } from '../../domain/integration/webhook.ts';
import type { CollectionDeclaration } from '../collection.ts';
import type { AnyDeclaration } from './declaration.ts';

/** Keys of programs, by a digest. */
export const apiKeys: CollectionDeclaration<ApiKey> = {
  operational: true,
  name: 'apiKeys',
  id: (key) => key.id,
  keys: { createdAt: (key) => key.createdAt },
  indexes: [['createdAt']],
};

/** Which run was asked for under which key of whoever asked. */
export const startedOnce: CollectionDeclaration<StartedOnce> = {
  operational: true,
  name: 'startedOnce',
  id: (started) => started.id,
  keys: { at: (started) => started.at },
  indexes: [['at']],
};

/** Addresses that are told what happens. */
export const webhooks: CollectionDeclaration<Webhook> = {
  operational: true,
  name: 'webhooks',
  id: (webhook) => webhook.id,
  keys: {},
};

/** What is on its way to them, and what arrived lately. */
export const webhookDeliveries: CollectionDeclaration<WebhookDelivery> = {
  operational: true,
  name: 'webhookDeliveries',
  id: (delivery) => delivery.id,
  keys: {
    webhook: (delivery) => delivery.webhookId,
    createdAt: (delivery) => delivery.createdAt,
    /** When it is sent next, and where to, while it waits. */
    due: (delivery) => delivery.nextAttemptAt,
    waiting: (delivery) => (delivery.nextAttemptAt === null ? null : delivery.webhookId),
  },
  sparse: ['due', 'waiting'],
  indexes: [['webhook', 'createdAt'], ['due'], ['waiting']],
};

/** Everything an engine must be opened with to keep what a tenant's other programs use. */
export const integrationDeclarations: readonly AnyDeclaration[] = [apiKeys, startedOnce, webhooks, webhookDeliveries];
