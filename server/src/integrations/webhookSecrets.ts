import { StaleRevision } from '../domain/errors.ts';
import { heldSecrets, webhookPurpose, type Webhook } from '../domain/integration/webhook.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { Repositories } from '../ports/repositories.ts';
import type { SecretBox } from '../ports/secretBox.ts';

/** With what to sign now; empty where the key that sealed it is gone, so that somebody has to make a new one. */
export const secretsOf = (
  secretBox: SecretBox,
  tenantId: string,
  { webhook, now }: { readonly webhook: Webhook; readonly now: Date },
): readonly string[] =>
  [webhook.secret, ...heldSecrets(webhook, now).map(({ sealed }) => sealed)]
    .map((one) => secretBox.open(webhookPurpose(tenantId, webhook.id), one))
    .filter((one) => one !== null);

interface WebhookResealDesk {
  readonly repositories: Pick<Repositories, 'webhooks'>;
  readonly secretBox: SecretBox;
  readonly logger: Logger;
}

/** Moves every secret to today's key, so that earlier keys can be taken away. */
export const resealWebhooks = async ({
  repositories: { webhooks },
  secretBox,
  logger,
}: WebhookResealDesk): Promise<void> => {
  for (const tenantId of await webhooks.tenants()) {
    for (const { value, revision } of await webhooks.list(tenantId)) {
      const secret = secretBox.renew(webhookPurpose(tenantId, value.id), value.secret);
      if (secret === null) continue;
      // Those before are good for a day at most and open with the earlier key meanwhile.
      await webhooks.save(tenantId, { ...value, secret }, revision).catch((error: unknown) => {
        if (!(error instanceof StaleRevision)) throw error;
        logger.debug({ msg: 'another replica sealed a webhook’s secret', tenantId });
      });
    }
  }
};
