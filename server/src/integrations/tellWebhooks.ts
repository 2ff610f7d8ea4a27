import { StaleRevision } from '../domain/errors.ts';
import type { Webhook, WebhookDelivery } from '../domain/integration/webhook.ts';
import type { HeldLease } from '../ports/lease.ts';
import type { Versioned } from '../ports/versioned.ts';
import { attemptDelivery } from './attemptDelivery.ts';
import { collectEvents, marksOf, readNews, type TenantNews } from './collectEvents.ts';
import { messageOf } from './messageOf.ts';
import { keptDeliveries, noteAttempt, type WebhookDesk } from './webhookDesk.ts';

/** More than these wait for one address at no time; what comes beyond is kept as failed, for being seen. */
const mostWaiting = 200;
/** Sent in one visit; the next one goes on. */
const sentAtOnce = 50;

export interface TellingDesk extends WebhookDesk {
  /** False once somebody else has taken the work over. */
  readonly renew: (lease: HeldLease) => Promise<boolean>;
}

export interface Telling {
  readonly tenantId: string;
  readonly lease: HeldLease;
  readonly signal: AbortSignal;
}

/**
 * Puts into the queue what has happened since, and sends what is due. Killed anywhere it sends something twice under the
 * same id at worst, and forgets nothing: what is told follows from what is stored.
 */
export const tellWebhooks = async (desk: TellingDesk, telling: Telling): Promise<void> => {
  const { repositories, clock } = desk;
  const { tenantId } = telling;
  const news = await readNews(repositories, tenantId, clock.now());
  for (const webhook of await repositories.webhooks.list(tenantId))
    if (webhook.value.enabled) await enqueue(desk, tenantId, { webhook, news });
  await sendDue(desk, telling);
};

const enqueue = async (
  { repositories: { webhooks, webhookDeliveries } }: WebhookDesk,
  tenantId: string,
  { webhook: { value, revision }, news }: { readonly webhook: Versioned<Webhook>; readonly news: TenantNews },
): Promise<void> => {
  const marks = marksOf(news);
  if (JSON.stringify(marks) === JSON.stringify(value.marks)) return;
  for (const { event, ...told } of collectEvents(value, news)) {
    const message = messageOf(tenantId, { webhook: value, event, ...told });
    const isFull = (await webhookDeliveries.countWaiting(tenantId, value.id)) >= mostWaiting;
    const refused = { ...message, state: 'failed', nextAttemptAt: null, lastFailure: 'queue-full' } as const;
    await webhookDeliveries.add(tenantId, isFull ? refused : message);
  }
  await webhooks.save(tenantId, { ...value, marks }, revision).catch((error: unknown) => {
    // An admin changed it just now: the next look finds the same events, under the same ids.
    if (!(error instanceof StaleRevision)) throw error;
  });
};

const sendDue = async (desk: TellingDesk, { tenantId, lease, signal }: Telling): Promise<void> => {
  const { webhookDeliveries } = desk.repositories;
  const due = await webhookDeliveries.due(tenantId, desk.clock.now(), sentAtOnce);
  const silent = new Set<string>();
  for (const delivery of due) {
    const { webhookId } = delivery;
    // Where one did not arrive, the others would not either.
    if (silent.has(webhookId)) continue;
    if (signal.aborted || !(await desk.renew(lease))) return;
    const after = await deliver(desk, { tenantId, delivery, signal });
    if (after === null) return;
    if (after.state !== 'delivered') silent.add(webhookId);
  }
  for (const webhookId of new Set(due.map((delivery) => delivery.webhookId)))
    await webhookDeliveries.keepNewest(tenantId, webhookId, keptDeliveries);
};

/** Null when the process stopped meanwhile: what was on its way is sent again, under the same id. */
const deliver = async (desk: TellingDesk, sending: Omit<Sending, 'webhook'>): Promise<WebhookDelivery | null> => {
  const { webhooks, webhookDeliveries } = desk.repositories;
  const { tenantId, delivery, signal } = sending;
  const webhook = (await webhooks.get(tenantId, delivery.webhookId))?.value ?? null;
  const after = await sendOne(desk, { webhook, ...sending });
  if (signal.aborted) return null;
  await webhookDeliveries.save(tenantId, after);
  if (webhook?.enabled === true) await noteAttempt(desk, tenantId, { url: webhook.url, delivery: after });
  return after;
};

interface Sending {
  readonly tenantId: string;
  readonly webhook: Webhook | null;
  readonly delivery: WebhookDelivery;
  readonly signal: AbortSignal;
}

const sendOne = async (desk: TellingDesk, { webhook, ...sending }: Sending): Promise<WebhookDelivery> => {
  if (webhook?.enabled === true) return attemptDelivery(desk, { webhook, ...sending });
  return { ...sending.delivery, state: 'failed', nextAttemptAt: null, lastFailure: 'switched-off' };
};
