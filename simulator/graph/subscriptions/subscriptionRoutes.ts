import { randomUUID } from 'node:crypto';
import type { Subscription } from '../../notifications/subscriptions.ts';
import { NEEDED_PERMISSION } from '../../notifications/watchedResource.ts';
import type { WatchedResource } from '../../notifications/watchedResource.ts';
import { stableId } from '../../seed/stableId.ts';
import type { GraphCall, GraphReply } from '../graphCall.ts';
import { requireAny } from '../graphCall.ts';
import { GraphError, notFound } from '../graphError.ts';
import { findLive } from '../objects/objectKinds.ts';
import { route } from '../route.ts';
import type { Route } from '../route.ts';
import type { SubscriptionRequest } from './subscriptionRequest.ts';
import { invalidRequest, readSubscriptionChange, readSubscriptionRequest } from './subscriptionRequest.ts';

/** Of user and group subscriptions per app and tenant: https://learn.microsoft.com/en-us/graph/change-notifications-overview */
const MOST_SUBSCRIPTIONS = 100;

/** https://learn.microsoft.com/en-us/graph/api/resources/subscription */
export const SUBSCRIPTION_ROUTES: readonly Route[] = [
  route('POST /subscriptions', undefined, subscribe),
  route('/subscriptions', undefined, (call) => ({
    status: 200,
    body: { '@odata.context': contextOf(call), value: ownSubscriptions(call).map(shown) },
  })),
  route('/subscriptions/{id}', undefined, (call, [id]) => single(call, own(call, id))),
  route('PATCH /subscriptions/{id}', undefined, (call, [id]) => renew(call, own(call, id))),
  route('DELETE /subscriptions/{id}', undefined, (call, [id]) => {
    call.world.notifications.subscriptions.remove(own(call, id).id);
    return { status: 204 };
  }),
  route('POST /subscriptions/{id}/reauthorize', undefined, (call, [id]) => {
    authorize(call, own(call, id));
    return { status: 204 };
  }),
];

async function subscribe(call: GraphCall): Promise<GraphReply> {
  const { world, principal } = call;
  const request = readSubscriptionRequest(call.body, world.clock.now());
  requirePermission(call, request.watched);
  requireObject(call, request.watched);
  requireRoom(call, request);
  await confirm(call, request.notificationUrl);
  if (request.lifecycleNotificationUrl) await confirm(call, request.lifecycleNotificationUrl);
  const { resource, watched, changeType, notificationUrl, clientState, lifecycleNotificationUrl } = request;
  const subscription: Subscription = {
    id: randomUUID(),
    applicationId: principal.clientId,
    resource,
    watched,
    changeType,
    notificationUrl,
    clientState: clientState ?? null,
    lifecycleNotificationUrl: lifecycleNotificationUrl ?? null,
    expires: request.expirationDateTime,
    authorizedAt: world.clock.now(),
    flowing: true,
    expiryAnnounced: false,
  };
  world.notifications.add(subscription);
  return { ...single(call, subscription), status: 201 };
}

async function renew(call: GraphCall, subscription: Subscription): Promise<GraphReply> {
  const { expirationDateTime, notificationUrl } = readSubscriptionChange(call.body, call.world.clock.now());
  requirePermission(call, subscription.watched);
  if (notificationUrl !== undefined) await confirm(call, notificationUrl);
  subscription.notificationUrl = notificationUrl ?? subscription.notificationUrl;
  subscription.expires = expirationDateTime ?? subscription.expires;
  authorize(call, subscription);
  return single(call, subscription);
}

/** Renewing reauthorizes too: https://learn.microsoft.com/en-us/graph/change-notifications-lifecycle-events */
function authorize(call: GraphCall, subscription: Subscription): void {
  requirePermission(call, subscription.watched);
  // What happened while nothing flowed is lost: it is read away before it flows again.
  call.world.notifications.passOver();
  subscription.flowing = true;
  subscription.authorizedAt = call.world.clock.now();
  subscription.expiryAnnounced = false;
}

function requirePermission(call: GraphCall, { kind }: WatchedResource): void {
  requireAny(call, [NEEDED_PERMISSION[kind]]);
}

function requireObject(call: GraphCall, { kind, id }: WatchedResource): void {
  if (id !== undefined && !findLive(call.world.directory, kind, id)) throw notFound(id);
}

function requireRoom(call: GraphCall, { resource, changeType, notificationUrl }: SubscriptionRequest): void {
  const mine = ownSubscriptions(call);
  if (mine.length >= MOST_SUBSCRIPTIONS)
    throw new GraphError(
      403,
      'Forbidden',
      `Subscription quota of ${MOST_SUBSCRIPTIONS} per app and tenant is reached.`,
    );
  const isTwin = (one: Subscription) =>
    one.resource === resource && one.changeType === changeType && one.notificationUrl === notificationUrl;
  if (mine.some(isTwin)) throw new GraphError(409, 'Conflict', 'A subscription with these values exists already.');
}

/** @throws GraphError 400 when the address does not pass the handshake. */
async function confirm(call: GraphCall, address: string): Promise<void> {
  const { notifications, postman } = call.world;
  const wrong = notifications.knobs.unreachable ? 'could not be reached.' : await postman.confirm(address);
  if (wrong !== undefined)
    throw invalidRequest(`Subscription validation request failed. Notification endpoint ${wrong}`);
}

function ownSubscriptions({ world, principal }: GraphCall): Subscription[] {
  return world.notifications.subscriptions.live().filter(({ applicationId }) => applicationId === principal.clientId);
}

function own(call: GraphCall, id = ''): Subscription {
  const found = ownSubscriptions(call).find((subscription) => subscription.id === id);
  if (!found) throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}

function single(call: GraphCall, subscription: Subscription): GraphReply {
  return { status: 200, body: { '@odata.context': `${contextOf(call)}/$entity`, ...shown(subscription) } };
}

function contextOf({ world }: GraphCall): string {
  return `${world.base}/$metadata#subscriptions`;
}

function shown(subscription: Subscription): Record<string, unknown> {
  const { id, resource, applicationId, changeType, clientState } = subscription;
  return {
    id,
    resource,
    applicationId,
    changeType,
    clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: new Date(subscription.expires).toISOString(),
    creatorId: stableId(`servicePrincipal/${applicationId}`),
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    notificationQueryOptions: null,
    notificationUrlAppId: null,
    encryptionCertificate: null,
    encryptionCertificateId: null,
  };
}
