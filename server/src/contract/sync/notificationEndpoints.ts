import { endpoint } from '../endpoint.ts';
import { handshakeQuerySchema, notificationsSchema } from './notifications.ts';

const handshake = 'The validation token, as plain text.';

/** Graph bundles some notifications of half a kilobyte each. Bytes. */
const bundleLimit = 512 * 1024;

/** Microsoft Graph calls these; no person does. */
export const notificationEndpoints = {
  notify: endpoint({
    method: 'post',
    path: '/api/notifications',
    summary: 'Where Graph tells of changes; answers the same whatever is made of them',
    access: 'public',
    query: handshakeQuerySchema,
    body: notificationsSchema,
    bodyLimit: bundleLimit,
    countedAs: 'notification',
    status: 202,
    response: null,
    handshake,
  }),
  notifyLifecycle: endpoint({
    method: 'post',
    path: '/api/notifications/lifecycle',
    summary: 'Where Graph tells of its subscriptions',
    access: 'public',
    query: handshakeQuerySchema,
    body: notificationsSchema,
    bodyLimit: bundleLimit,
    countedAs: 'notification',
    status: 202,
    response: null,
    handshake,
  }),
} as const;
