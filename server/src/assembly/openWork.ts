import { openGraphSubscriptions } from '../graph/graphSubscriptions.ts';
import { openWebhookCourier, type WebhookCourier } from '../integrations/openWebhookCourier.ts';
import type { Work } from '../sync/backgroundWork.ts';
import { notificationAddress } from '../sync/changeNotifications/notificationAddress.ts';
import { recheckConnection } from '../sync/connection/checkConnection.ts';
import { lookAgain } from '../sync/connection/proveConsent.ts';
import { openUnattendedSync, type UnattendedSync } from '../sync/openUnattendedSync.ts';
import { openRunExecutor, type RunExecutor } from '../sync/run/runExecutor.ts';
import { openEnrichmentPass, type EnrichmentPass } from '../sync/enrichment/openEnrichmentPass.ts';
import type { Base, BaseOptions } from './openBase.ts';

/** The parts of the work, which tests run one by one. */
export interface WorkParts {
  readonly executor: RunExecutor;
  readonly enrichmentPass: EnrichmentPass;
  readonly unattended: UnattendedSync;
  readonly courier: WebhookCourier;
}

/** What is done besides answering, in this thread: runs, photos and managers, keeping tenants current, telling webhooks. */
export const openWork = (options: BaseOptions, base: Base): Work & { readonly parts: WorkParts } => {
  const parts = openParts(options, base);
  const { executor, enrichmentPass, unattended, courier } = parts;
  const { notice, handle, noticeGrant, noticeErasure } = unattended;
  return {
    parts,
    wake: executor.wake,
    notice,
    handle,
    noticeGrant,
    noticeErasure,
    state: () => 'running',
    watch: async () => {
      await Promise.all([executor.watch(), enrichmentPass.watch(), unattended.watch(), courier.watch()]);
    },
    stop: async () => {
      for (const part of [enrichmentPass, unattended, executor, courier]) await part.stop();
    },
  };
};

const openParts = ({ config: { graphUrl }, publicUrl }: BaseOptions, base: Base): WorkParts => {
  const { repositories, clock, logger, meter, appTokens } = base;
  const enrichmentPass = openEnrichmentPass(base);
  const courier = openWebhookCourier({ ...base, sender: base.webhookSender });
  const executor = openRunExecutor({ ...base, onSynced: enrichmentPass.wake, onEnded: courier.wake });
  const trialDesk = { ...base, connections: repositories.connections };
  const unattended = openUnattendedSync({
    ...base,
    runDesk: { repositories, executor, clock },
    openSubscriptions: openGraphSubscriptions({ graphUrl, tokens: appTokens, clock, logger, meter }),
    lookAtGrant: (tenantId) => lookAgain(trialDesk, tenantId),
    recheckConnection: (tenantId) => recheckConnection(trialDesk, tenantId),
    address: notificationAddress(publicUrl, graphUrl),
  });
  return { enrichmentPass, executor, unattended, courier };
};
