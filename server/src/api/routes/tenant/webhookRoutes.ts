import { endpoints } from '../../../contract/endpoints.ts';
import type {
  Webhook as PresentedWebhook,
  WebhookDelivery as PresentedDelivery,
} from '../../../contract/manage/integrations.ts';
import { RequestError } from '../../../domain/errors.ts';
import type { Webhook, WebhookDelivery } from '../../../domain/integration/webhook.ts';
import { createWebhook, rotateSecret, testWebhook, updateWebhook } from '../../../integrations/webhookDesk.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';

const shownDeliveries = 50;

export const mountWebhookRoutes = (mount: Mount, options: ApiOptions): void => {
  const desk = { ...options, sender: options.webhookSender };
  const { webhooks, webhookDeliveries } = options.repositories;
  mount(endpoints.listWebhooks, async ({ actor }) => ({
    items: (await webhooks.list(actor.tenantId)).map(({ value }) => present(value)),
  }));
  mount(endpoints.createWebhook, async ({ actor, body }) => {
    const createdBy = { id: actor.userId, displayName: actor.displayName };
    const wanted = { url: body.url, events: unique(body.events), createdBy };
    const { webhook, secret } = await createWebhook(desk, actor.tenantId, wanted);
    return { ...present(webhook), secret };
  });
  mount(endpoints.putWebhook, async ({ actor, params, body }) =>
    present(await updateWebhook(desk, actor.tenantId, { ...body, events: unique(body.events), id: params.id })),
  );
  mount(endpoints.deleteWebhook, async ({ actor, params }) => {
    await requireWebhook(options, actor.tenantId, params.id);
    await webhooks.remove(actor.tenantId, params.id);
    return undefined;
  });
  mount(endpoints.rotateWebhookSecret, async ({ actor, params }) => {
    const { webhook, secret } = await rotateSecret(desk, actor.tenantId, params.id);
    return { ...present(webhook), secret };
  });
  mount(endpoints.testWebhook, async ({ actor, params }) =>
    presentDelivery(await testWebhook(desk, actor.tenantId, { id: params.id, signal: options.stopping })),
  );
  mount(endpoints.listWebhookDeliveries, async ({ actor, params }) => {
    await requireWebhook(options, actor.tenantId, params.id);
    const items = await webhookDeliveries.newest(actor.tenantId, params.id, shownDeliveries);
    return { items: items.map(presentDelivery) };
  });
};

const unique = <T extends string>(list: readonly T[]): readonly T[] => [...new Set(list)].sort();

const requireWebhook = async ({ repositories }: ApiOptions, tenantId: string, id: string): Promise<void> => {
  if ((await repositories.webhooks.get(tenantId, id)) === null)
    throw new RequestError(404, 'not-found', 'There is no such webhook.');
};

const present = (webhook: Webhook): PresentedWebhook => {
  const { id, url, events, enabled, disabledBecause, failingSince, lastDeliveredAt, createdAt, createdBy } = webhook;
  return {
    id,
    url,
    events: [...events],
    enabled,
    disabledBecause,
    failingSince,
    lastDeliveredAt,
    createdAt,
    createdBy,
  };
};

const presentDelivery = (delivery: WebhookDelivery): PresentedDelivery => {
  const { id, event, state, attempts, createdAt, nextAttemptAt, lastAttemptAt, lastStatus, lastFailure } = delivery;
  return { id, event, state, attempts, createdAt, nextAttemptAt, lastAttemptAt, lastStatus, lastFailure };
};
