import type { TFunction } from 'i18next';
import type { WebhookDelivery } from '../../../server/src/contract/manage/integrations.ts';

/** What happened, in the reader's language; names of events have a dot, which texts take for a step down. */
export const eventText = (t: TFunction<'integrations'>, event: WebhookDelivery['event']): string => {
  const names = {
    'run.finished': 'event.runFinished',
    'run.failed': 'event.runFailed',
    'departures.held': 'event.departuresHeld',
    'consent.lost': 'event.consentLost',
    'credential.expiring': 'event.credentialExpiring',
    'webhook.test': 'event.test',
  } as const;
  return t(names[event]);
};
