import { z } from 'zod';
import type { ChangeSubscription } from '../../domain/schedule/changeSubscription.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { ChangeSubscriptionRepository } from '../../ports/repositories/runRepositories.ts';
import { isClientState, isLikeClientState } from './clientState.ts';
import type { LifecycleEvent } from './subscriptionKeeper.ts';

export interface InboxOptions {
  readonly subscriptions: ChangeSubscriptionRepository;
  readonly notice: (tenantId: string) => void;
  readonly handle: (tenantId: string, subscription: ChangeSubscription, event: LifecycleEvent) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Takes in what claims to come from Graph. Nobody who posts learns what was made of it. */
export interface NotificationInbox {
  /** Returns at once; the work follows. False when there are too many: Graph will tell again. */
  receive(notifications: unknown): boolean;
  /** Since the start of the process. */
  counts(): { readonly accepted: number; readonly ignored: number };
  /** Resolves when everything received so far has been dealt with. */
  settled(): Promise<void>;
}

const guid = z.guid().transform((id) => id.toLowerCase());

/**
 * https://learn.microsoft.com/graph/api/resources/changenotification. What is told of a subscription itself says
 * `organizationId` in place of `tenantId`, whatever is documented (https://github.com/microsoftgraph/msgraph-sdk-java/issues/1551).
 */
const notificationSchema = z.object({
  id: z.string().max(255).nullish(),
  subscriptionId: guid,
  tenantId: guid.nullish(),
  organizationId: guid.nullish(),
  clientState: z.string(),
  lifecycleEvent: z.string().max(100).nullish(),
});

interface Notification extends z.infer<typeof notificationSchema> {
  readonly tenantId: string;
}

/** Reading a form costs more than sending it: what plainly is none of ours is not read. */
const isWorthReading = (given: unknown): boolean =>
  typeof given === 'object' &&
  given !== null &&
  'clientState' in given &&
  typeof given.clientState === 'string' &&
  isLikeClientState(given.clientState);

const readNotification = (given: unknown): Notification | null => {
  const data = isWorthReading(given) ? notificationSchema.safeParse(given).data : undefined;
  const tenantId = data?.tenantId ?? data?.organizationId ?? null;
  return data === undefined || tenantId === null ? null : { ...data, tenantId };
};

/** More true ones do not fit in a post of the size that is taken. */
const mostAtOnce = 1000;

const mostWaiting = 50_000;
const mostRemembered = 50_000;
/** Others get their turn in between. */
const batchSize = 500;

export const openNotificationInbox = (options: InboxOptions): NotificationInbox => {
  let waiting: Notification[] = [];
  let working: Promise<void> | null = null;
  let accepted = 0;
  let ignored = 0;
  const isReplay = openReplayMemory();

  const judge = async (notifications: readonly Notification[]): Promise<void> => {
    const known = new Map<string, ChangeSubscription | null>();
    const toldEvents = new Set<string>();
    for (const notification of notifications) {
      const subscription = await find(options, known, notification);
      if (subscription === null || isReplay(notification)) {
        ignored += 1;
        continue;
      }
      accepted += 1;
      const { tenantId, lifecycleEvent } = notification;
      if (lifecycleEvent === null || lifecycleEvent === undefined) options.notice(tenantId);
      else toldEvents.add(`${tenantId}/${subscription.id}/${lifecycleEvent}`);
    }
    for (const told of toldEvents) tell(options, known, told);
  };

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize);
      waiting = waiting.slice(batchSize);
      const before = ignored;
      await judge(batch).catch((error: unknown) => {
        options.logger.error({ msg: 'notifications not dealt with', err: error });
      });
      if (ignored > before) options.logger.warn({ msg: 'notifications ignored', count: ignored - before });
      await options.clock.sleep(1);
    }
    working = null;
  };

  return {
    receive: (notifications) => {
      const given: readonly unknown[] = Array.isArray(notifications) ? notifications : [null];
      if (given.length > mostAtOnce || waiting.length + given.length > mostWaiting) return false;
      const readable = given.map(readNotification).filter((one) => one !== null);
      ignored += given.length - readable.length;
      waiting.push(...readable);
      if (waiting.length > 0) working ??= work();
      return true;
    },
    counts: () => ({ accepted, ignored }),
    settled: () => working ?? Promise.resolve(),
  };
};

/** Graph tells a notification again only while nobody has taken it; one that was is somebody else's copy. */
const openReplayMemory = () => {
  const seen = new Set<string>();
  return ({ subscriptionId, id }: Notification): boolean => {
    if (id === null || id === undefined) return false;
    const key = `${subscriptionId}/${id}`;
    if (seen.has(key)) return true;
    if (seen.size >= mostRemembered) seen.clear();
    seen.add(key);
    return false;
  };
};

/** The subscription that this notification proves to be about, if any. */
const find = async (
  { subscriptions, clock }: InboxOptions,
  known: Map<string, ChangeSubscription | null>,
  { tenantId, subscriptionId, clientState }: Notification,
): Promise<ChangeSubscription | null> => {
  const key = `${tenantId}/${subscriptionId}`;
  const cached = known.get(key);
  const found = cached === undefined ? await subscriptions.get(tenantId, subscriptionId) : cached;
  known.set(key, found);
  if (found === null || Date.parse(found.expiresAt) < clock.now().getTime()) return null;
  return isClientState(clientState, found.clientStateDigest) ? found : null;
};

const isLifecycleEvent = (event: string): event is LifecycleEvent =>
  event === 'reauthorizationRequired' || event === 'subscriptionRemoved' || event === 'missed';

const tell = ({ handle }: InboxOptions, known: ReadonlyMap<string, ChangeSubscription | null>, told: string): void => {
  const [tenantId = '', subscriptionId = '', event = ''] = told.split('/');
  const subscription = known.get(`${tenantId}/${subscriptionId}`);
  if (subscription && isLifecycleEvent(event)) handle(tenantId, subscription, event);
};
