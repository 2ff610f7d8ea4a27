import type { TFunction } from 'i18next';
import type { WebhookDelivery } from '../../../server/src/contract/manage/integrations.ts';

const failures = {
  'address-refused': 'result.addressRefused',
  'name-unknown': 'result.nameUnknown',
  unreachable: 'result.unreachable',
  certificate: 'result.certificate',
  timeout: 'result.timeout',
  'secret-unreadable': 'result.secretUnreadable',
  'queue-full': 'result.queueFull',
  'switched-off': 'result.switchedOff',
} as const;

const isKnown = (failure: string): failure is keyof typeof failures => Object.hasOwn(failures, failure);

/** What came of the last attempt; empty before the first. */
export const resultText = (
  t: TFunction<'integrations'>,
  { lastStatus, lastFailure }: Pick<WebhookDelivery, 'lastStatus' | 'lastFailure'>,
): string => {
  if (lastStatus !== null) return t('result.status', { status: lastStatus });
  if (lastFailure === null) return '';
  return t(isKnown(lastFailure) ? failures[lastFailure] : 'result.unreachable');
};
