import { randomUUID } from 'node:crypto';
import { InvalidFields, RequestError } from '../domain/errors.ts';
import {
  earlierSecretFor,
  heldSecrets,
  mostEarlierSecrets,
  webhookPurpose,
  type Webhook,
  type WebhookDelivery,
} from '../domain/integration/webhook.ts';
import type { Repositories } from '../ports/repositories.ts';
import { attemptDelivery, webhookAfter, type AttemptOver, type DeliveryDesk } from './attemptDelivery.ts';
import { changeWebhook } from './changeWebhook.ts';
import { marksOf, readNews } from './collectEvents.ts';
import { messageOf } from './messageOf.ts';
import { newSecret } from './signMessage.ts';

export interface WebhookDesk extends DeliveryDesk {
  readonly repositories: Pick<Repositories, 'connections' | 'runs' | 'webhooks' | 'webhookDeliveries'>;
}

export interface WithSecret {
  readonly webhook: Webhook;
  /** Shown once. */
  readonly secret: string;
}

const most = 5;

/** Of each webhook, the newest. */
export const keptDeliveries = 100;

/** Begins with what happens from now on. Throws RequestError 409 `too-many-webhooks`, 422 for an address it may not send to. */
export const createWebhook = async (
  desk: WebhookDesk,
  tenantId: string,
  wanted: Pick<Webhook, 'url' | 'events' | 'createdBy'>,
): Promise<WithSecret> => {
  const { repositories, secretBox, clock } = desk;
  if ((await repositories.webhooks.list(tenantId)).length >= most) throw tooMany();
  await requireAddress(desk, wanted.url);
  const [id, secret, now] = [randomUUID(), newSecret(), clock.now()];
  const webhook: Webhook = {
    ...wanted,
    id,
    enabled: true,
    disabledBecause: null,
    secret: secretBox.seal(webhookPurpose(tenantId, id), secret),
    earlierSecret: null,
    createdAt: now.toISOString(),
    failingSince: null,
    lastDeliveredAt: null,
    marks: marksOf(await readNews(repositories, tenantId, now)),
  };
  await repositories.webhooks.save(tenantId, webhook, 0);
  // Counted again with this one in it: of several made at once none may slip past the others.
  if ((await repositories.webhooks.list(tenantId)).length > most) {
    await repositories.webhooks.remove(tenantId, id);
    throw tooMany();
  }
  return { webhook, secret };
};

const tooMany = (): RequestError =>
  new RequestError(409, 'too-many-webhooks', `A tenant has ${String(most)} webhooks at most. Remove one first.`);

/** What happened while it was switched off is not told. Throws RequestError 404 and 422. */
export const updateWebhook = async (
  desk: WebhookDesk,
  tenantId: string,
  { id, ...wanted }: Pick<Webhook, 'id' | 'url' | 'events' | 'enabled'>,
): Promise<Webhook> => {
  const { repositories, clock } = desk;
  const before = found((await repositories.webhooks.get(tenantId, id))?.value ?? null);
  if (before.url !== wanted.url) await requireAddress(desk, wanted.url);
  const marks = marksOf(await readNews(repositories, tenantId, clock.now()));
  const again = { disabledBecause: null, failingSince: null, marks };
  const change = (webhook: Webhook): Webhook => ({
    ...webhook,
    ...wanted,
    // What did not arrive at one address says nothing of another.
    ...(wanted.url === webhook.url ? {} : { failingSince: null }),
    ...(wanted.enabled && !webhook.enabled ? again : {}),
  });
  return found(await changeWebhook(repositories.webhooks, tenantId, { id, change }));
};

/** A new secret; the one before signs too for a day, and so do those before it for what is left of theirs. Throws RequestError 404. */
export const rotateSecret = async (
  { repositories, secretBox, clock }: WebhookDesk,
  tenantId: string,
  id: string,
): Promise<WithSecret> => {
  const secret = newSecret();
  const sealed = secretBox.seal(webhookPurpose(tenantId, id), secret);
  const now = clock.now();
  const until = new Date(now.getTime() + earlierSecretFor).toISOString();
  const change = (webhook: Webhook): Webhook => {
    const olderSecrets = heldSecrets(webhook, now).slice(0, mostEarlierSecrets - 1);
    return {
      ...webhook,
      secret: sealed,
      earlierSecret: { sealed: webhook.secret, until },
      // Left out where there are none: an earlier release that runs beside this one does not know them.
      olderSecrets: olderSecrets.length === 0 ? undefined : olderSecrets,
    };
  };
  return { webhook: found(await changeWebhook(repositories.webhooks, tenantId, { id, change })), secret };
};

/** Sends one message now, once, also to a webhook that is switched off. Throws RequestError 404. */
export const testWebhook = async (
  desk: WebhookDesk,
  tenantId: string,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal },
): Promise<WebhookDelivery> => {
  const { repositories, clock } = desk;
  const webhook = found((await repositories.webhooks.get(tenantId, id))?.value ?? null);
  const at = clock.now().toISOString();
  const message = messageOf(tenantId, { webhook, event: 'webhook.test', key: randomUUID(), at, data: {} });
  const attempted = await attemptDelivery(desk, { tenantId, webhook, delivery: message, signal });
  const delivery: WebhookDelivery =
    attempted.state === 'waiting' ? { ...attempted, state: 'failed', nextAttemptAt: null } : attempted;
  await repositories.webhookDeliveries.add(tenantId, delivery);
  await repositories.webhookDeliveries.keepNewest(tenantId, id, keptDeliveries);
  if (delivery.state === 'delivered') await noteAttempt(desk, tenantId, { url: webhook.url, delivery });
  return delivery;
};

/** Keeps what an attempt says of the webhook. */
export const noteAttempt = async (
  { repositories, clock }: WebhookDesk,
  tenantId: string,
  attempt: Omit<AttemptOver, 'now'>,
): Promise<void> => {
  const change = (before: Webhook): Webhook => webhookAfter(before, { ...attempt, now: clock.now() });
  await changeWebhook(repositories.webhooks, tenantId, { id: attempt.delivery.webhookId, change });
};

const found = (webhook: Webhook | null): Webhook => {
  if (webhook !== null) return webhook;
  throw new RequestError(404, 'not-found', 'There is no such webhook.');
};

const refusals: Readonly<Record<string, string>> = {
  'name-unknown': 'No such name is known on the Internet. Check the address.',
  'address-refused':
    'Webhooks go to https addresses of the Internet only. The operator may open other networks with WEBHOOK_NETWORKS.',
};

const requireAddress = async ({ sender }: WebhookDesk, url: string): Promise<void> => {
  const failure = await sender.check(url);
  if (failure === null) return;
  const code = failure === 'name-unknown' ? 'webhook-name-unknown' : 'webhook-address-refused';
  const message = refusals[failure] ?? 'This address cannot be looked up now. Try again in a minute.';
  throw new InvalidFields({ status: 422, code, problems: [{ path: 'body.url', code, message }] });
};
