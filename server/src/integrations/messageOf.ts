import { createHash } from 'node:crypto';
import type { Webhook, WebhookDelivery } from '../domain/integration/webhook.ts';

export interface Told {
  readonly webhook: Webhook;
  readonly event: WebhookDelivery['event'];
  /** The same for the same thing: it is then one message, whoever finds out about it how often. */
  readonly key: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A message that has not been sent yet. */
export const messageOf = (tenantId: string, { webhook, event, key, at, data }: Told): WebhookDelivery => ({
  id: `msg_${createHash('sha256').update(`${webhook.id}/${event}/${key}`).digest('base64url').slice(0, 27)}`,
  webhookId: webhook.id,
  event,
  body: JSON.stringify({ type: event, timestamp: at, data: { tenantId, ...data } }),
  createdAt: at,
  state: 'waiting',
  attempts: 0,
  nextAttemptAt: at,
  lastAttemptAt: null,
  lastStatus: null,
  lastFailure: null,
});
