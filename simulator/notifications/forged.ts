import { randomUUID } from 'node:crypto';
import type { Directory } from '../directory/directory.ts';
import type { ChangeNotification } from './changeNotification.ts';
import { notificationOf } from './changeNotification.ts';
import type { Subscription } from './subscriptions.ts';

/** A notification somebody made up: as real as can be but for what is given. */
export function forged(
  like: Subscription | undefined,
  directory: Directory,
  changes: Partial<ChangeNotification>,
): { notification: ChangeNotification; url: string | undefined } {
  const subscription = like ?? unknown();
  const { kind, id = directory[`${kind}s`].order[0] ?? '' } = subscription.watched;
  const change = { kind, id, changeType: 'updated' as const, members: new Map<string, boolean>() };
  const notification = notificationOf(subscription, change, directory.organization.id);
  return { notification: { ...notification, ...changes }, url: like?.notificationUrl };
}

function unknown(): Subscription {
  return {
    id: randomUUID(),
    applicationId: '',
    resource: '/users',
    watched: { kind: 'user', membersOnly: false },
    changeType: 'updated',
    clientState: null,
    lifecycleNotificationUrl: null,
    notificationUrl: '',
    expires: 0,
    authorizedAt: 0,
    flowing: true,
    expiryAnnounced: false,
  };
}
