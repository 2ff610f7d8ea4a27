import { randomUUID } from 'node:crypto';
import type { DirectoryChange } from './directoryChanges.ts';
import type { Subscription } from './subscriptions.ts';

interface ResourceData {
  '@odata.type': string;
  '@odata.id': string;
  id: string;
  organizationId?: string;
  'members@delta'?: { id: string; '@removed'?: 'deleted' }[];
}

/** https://learn.microsoft.com/en-us/graph/api/resources/changenotification */
export interface ChangeNotification {
  id?: string;
  subscriptionId: string;
  subscriptionExpirationDateTime: string;
  tenantId?: string;
  clientState: string | null;
  changeType?: string;
  resource?: string;
  resourceData?: ResourceData;
  lifecycleEvent?: 'reauthorizationRequired';
  organizationId?: string;
  sequence?: null;
  encryptedContent?: null;
}

const NAMES = {
  user: { segment: 'Users', type: '#Microsoft.Graph.User' },
  group: { segment: 'Groups', type: '#Microsoft.Graph.Group' },
};

export function concerns({ watched, changeType }: Subscription, change: DirectoryChange): boolean {
  if (watched.kind !== change.kind || (watched.id ?? change.id) !== change.id) return false;
  if (watched.membersOnly && change.members.size === 0) return false;
  return changeType.split(',').some((one) => one.trim() === change.changeType);
}

export function notificationOf(
  subscription: Subscription,
  change: DirectoryChange,
  tenantId: string,
): ChangeNotification {
  const { segment, type } = NAMES[change.kind];
  const resource = `${segment}/${change.id}`;
  const members = [...change.members].map(([id, gone]) => ({ id, ...(gone && { '@removed': 'deleted' as const }) }));
  return {
    id: randomUUID(),
    tenantId,
    ...frameOf(subscription),
    changeType: change.changeType,
    resource,
    resourceData: {
      '@odata.type': type,
      '@odata.id': resource,
      id: change.id,
      organizationId: tenantId,
      ...(members.length > 0 && { 'members@delta': members }),
    },
  };
}

/**
 * It is about the subscription itself, and not in the form that is documented:
 * https://github.com/microsoftgraph/msgraph-sdk-java/issues/1551
 */
export function challengeOf(subscription: Subscription, tenantId: string): ChangeNotification {
  const { id } = subscription;
  return {
    ...frameOf(subscription),
    lifecycleEvent: 'reauthorizationRequired',
    resource: `Subscriptions/${id}`,
    resourceData: { '@odata.type': '#microsoft.graph.subscription', '@odata.id': `subscriptions/${id}`, id },
    sequence: null,
    encryptedContent: null,
    organizationId: tenantId,
  };
}

function frameOf({ id, expires, clientState }: Subscription) {
  return {
    subscriptionId: id,
    subscriptionExpirationDateTime: new Date(expires).toISOString(),
    clientState,
  };
}
