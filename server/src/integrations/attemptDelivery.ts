import { givenUpAfter, nextAttempt, type Webhook, type WebhookDelivery } from '../domain/integration/webhook.ts';
import type { Clock } from '../ports/clock.ts';
import type { SecretBox } from '../ports/secretBox.ts';
import type { SendResult, WebhookSender } from '../ports/webhookSender.ts';
import { signMessage } from './signMessage.ts';
import { secretsOf } from './webhookSecrets.ts';

export interface DeliveryDesk {
  readonly sender: WebhookSender;
  readonly secretBox: SecretBox;
  readonly clock: Clock;
}

export interface Attempted {
  readonly tenantId: string;
  readonly webhook: Webhook;
  readonly delivery: WebhookDelivery;
  readonly signal: AbortSignal;
}

type Outcome = SendResult | { readonly failure: 'secret-unreadable' };

/** One attempt, and the delivery as it is after it. Stores nothing. */
export const attemptDelivery = async (
  { sender, secretBox, clock }: DeliveryDesk,
  { tenantId, webhook, delivery, signal }: Attempted,
): Promise<WebhookDelivery> => {
  const at = clock.now();
  const secrets = secretsOf(secretBox, tenantId, { webhook, now: at });
  const { id, body } = delivery;
  const result: Outcome =
    secrets.length === 0
      ? { failure: 'secret-unreadable' }
      : await sender.send({ url: webhook.url, headers: signMessage({ id, at, body }, secrets), body }, signal);
  return afterAttempt(delivery, result, clock.now());
};

const isSuccess = (result: Outcome): boolean => 'status' in result && result.status >= 200 && result.status < 300;

const afterAttempt = (delivery: WebhookDelivery, result: Outcome, now: Date): WebhookDelivery => {
  const attempts = delivery.attempts + 1;
  const next = isSuccess(result) || isGone(result) ? null : nextAttempt(attempts, now, spreadOf(delivery.id));
  const over = isSuccess(result) ? 'delivered' : 'failed';
  return {
    ...delivery,
    attempts,
    state: next === null ? over : 'waiting',
    nextAttemptAt: next?.toISOString() ?? null,
    lastAttemptAt: now.toISOString(),
    lastStatus: 'status' in result ? result.status : null,
    lastFailure: 'failure' in result ? result.failure : null,
  };
};

/** The receiver wants no more of them; so says Standard Webhooks. */
const isGone = (result: Outcome): boolean => 'status' in result && result.status === 410;

/** From the id, so that it is the same each time: 0 to 1. */
const spreadOf = (id: string): number => ([...id].reduce((sum, one) => sum + one.charCodeAt(0), 0) % 100) / 100;

export interface AttemptOver {
  /** Where it was sent. */
  readonly url: string;
  readonly delivery: WebhookDelivery;
  readonly now: Date;
}

/**
 * The webhook as it is after an attempt: whether things arrive there, and whether to go on at all. An attempt says nothing
 * of another address, which an admin may have given it meanwhile.
 */
export const webhookAfter = (webhook: Webhook, { url, delivery, now }: AttemptOver): Webhook => {
  if (webhook.url !== url) return webhook;
  if (delivery.state === 'delivered') return { ...webhook, failingSince: null, lastDeliveredAt: now.toISOString() };
  const failingSince = webhook.failingSince ?? now.toISOString();
  if (delivery.lastStatus === 410) return { ...webhook, failingSince, enabled: false, disabledBecause: 'gone' };
  const isOver = now.getTime() - Date.parse(failingSince) > givenUpAfter;
  return { ...webhook, failingSince, ...(isOver ? { enabled: false, disabledBecause: 'failing' as const } : {}) };
};
