import { StaleRevision } from '../domain/errors.ts';
import type { Webhook } from '../domain/integration/webhook.ts';
import type { WebhookRepository } from '../ports/repositories/integrationRepositories.ts';

/** Saves what becomes of it as it is now, whoever else writes meanwhile. Null where it is gone. */
export const changeWebhook = async (
  webhooks: WebhookRepository,
  tenantId: string,
  { id, change }: { readonly id: string; readonly change: (before: Webhook) => Webhook },
): Promise<Webhook | null> => {
  for (;;) {
    const found = await webhooks.get(tenantId, id);
    if (found === null) return null;
    const after = change(found.value);
    if (after === found.value) return after;
    try {
      await webhooks.save(tenantId, after, found.revision);
      return after;
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
    }
  }
};
