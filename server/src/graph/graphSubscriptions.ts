import { z } from 'zod';
import { DirectoryError } from '../domain/errors.ts';
import type {
  ChangeSubscriptions,
  LiveSubscription,
  OpenChangeSubscriptions,
  SubscriptionOrder,
} from '../ports/directory/changeSubscriptions.ts';
import { openGraphCalls, type GraphCalls } from './http/graphClient.ts';
import type { GraphOptions } from './graphDirectoryReader.ts';
import { isGone } from './http/graphErrors.ts';
import { openGraphTransport } from './http/graphTransport.ts';

const subscriptionSchema = z.object({
  id: z.string(),
  notificationUrl: z.string().nullish(),
  expirationDateTime: z.string().refine((value) => !Number.isNaN(Date.parse(value))),
});

/** A tenant has a handful; Graph pages far beyond that. */
const listSchema = z.object({ value: z.array(subscriptionSchema) });

/** Creation and soft deletion are told as `updated`. https://learn.microsoft.com/graph/api/subscription-post-subscriptions */
const changeType = 'updated,deleted';

/** Change notification subscriptions of Microsoft Graph, one opener for all tenants. */
export const openGraphSubscriptions =
  (options: GraphOptions): OpenChangeSubscriptions =>
  (tenantId, signal) => {
    const transport = openGraphTransport({ ...options, tenantId });
    const send: typeof transport.send = (request) => transport.send({ ...request, signal });
    return subscriptionsOf(openGraphCalls(options.graphUrl, { ...transport, send }));
  };

const subscriptionsOf = (calls: GraphCalls): ChangeSubscriptions => ({
  subscribe: async (order) => toSubscription(await calls.post('/subscriptions', bodyOf(order))),
  renew: async (id, expiresAt) => {
    try {
      return toSubscription(await calls.patch(`/subscriptions/${id}`, { expirationDateTime: expiresAt.toISOString() }));
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  },
  unsubscribe: async (id) => {
    try {
      await calls.delete(`/subscriptions/${id}`);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  },
  list: async () => {
    const parsed = listSchema.safeParse(await calls.get('/subscriptions'));
    if (!parsed.success) throw unreadable(parsed.error);
    return parsed.data.value.map(convert);
  },
});

const bodyOf = (order: SubscriptionOrder) => ({
  changeType,
  resource: `/${order.feed}`,
  notificationUrl: order.notificationUrl,
  lifecycleNotificationUrl: order.lifecycleUrl,
  clientState: order.clientState,
  expirationDateTime: order.expiresAt.toISOString(),
});

const toSubscription = (raw: unknown): LiveSubscription => {
  const parsed = subscriptionSchema.safeParse(raw);
  if (!parsed.success) throw unreadable(parsed.error);
  return convert(parsed.data);
};

const convert = ({
  id,
  notificationUrl,
  expirationDateTime,
}: z.infer<typeof subscriptionSchema>): LiveSubscription => ({
  id: id.toLowerCase(),
  notificationUrl: notificationUrl ?? '',
  expiresAt: new Date(expirationDateTime),
});

const unreadable = (cause: z.ZodError): DirectoryError =>
  new DirectoryError('directory-unavailable', 'Microsoft Graph gave an unreadable answer.', { cause });
