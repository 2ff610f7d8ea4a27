import { z } from 'zod';
import type { WatchedResource } from '../../notifications/watchedResource.ts';
import { readWatchedResource } from '../../notifications/watchedResource.ts';
import { GraphError } from '../graphError.ts';

/** Minutes: https://learn.microsoft.com/en-us/graph/api/resources/subscription#subscription-lifetime */
const LONGEST_LIFE = 41_760;

/** Plain http is for this machine only: a stand-in has no certificate. */
const address = z.string().refine(isReachable, 'must be an absolute address with the HTTPS protocol');
const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const requestSchema = z.object({
  changeType: z.string().refine((text) => /^(updated|deleted)( *, *(updated|deleted))*$/.test(text), {
    message: 'users and groups support updated and deleted',
  }),
  notificationUrl: address,
  lifecycleNotificationUrl: address.nullish(),
  resource: z.string(),
  expirationDateTime: moment,
  clientState: z.string().max(128).nullish(),
  includeResourceData: z.literal(false).nullish(),
  latestSupportedTlsVersion: z.string().nullish(),
});

/** Nothing else can be changed; a lifecycleNotificationUrl in particular cannot be added later. */
const changeSchema = z.strictObject({ expirationDateTime: moment.optional(), notificationUrl: address.optional() });

export type SubscriptionRequest = z.infer<typeof requestSchema> & { watched: WatchedResource };

/** @throws GraphError 400 */
export function readSubscriptionRequest(body: unknown, now: number): SubscriptionRequest {
  const request = parsed(requestSchema, body);
  const watched = readWatchedResource(request.resource);
  if (!watched) throw invalidRequest(`Resource '${request.resource}' does not support change notifications.`);
  checkLife(request.expirationDateTime, now);
  return { ...request, watched };
}

/** @throws GraphError 400 */
export function readSubscriptionChange(body: unknown, now: number): z.infer<typeof changeSchema> {
  const change = parsed(changeSchema, body);
  if (change.expirationDateTime !== undefined) checkLife(change.expirationDateTime, now);
  return change;
}

export function invalidRequest(message: string): GraphError {
  return new GraphError(400, 'InvalidRequest', message);
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw invalidRequest(z.prettifyError(result.error));
  return result.data;
}

function checkLife(expires: number, now: number): void {
  if (expires <= now) throw invalidRequest('Subscription expiration must be in the future.');
  if (expires - now > LONGEST_LIFE * 60_000)
    throw invalidRequest(`Subscription expiration can only be ${LONGEST_LIFE} minutes in the future.`);
}

function isReachable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname));
}
