import { noConnection } from '../../domain/connection/connection.ts';
import { isFresh } from '../../domain/schedule/clockSetRight.ts';
import type { ChangeSubscription, NotifiedFeed } from '../../domain/schedule/changeSubscription.ts';
import type {
  ChangeSubscriptions,
  LiveSubscription,
  OpenChangeSubscriptions,
} from '../../ports/directory/changeSubscriptions.ts';
import { leaseNames, type LeaseStore } from '../../ports/lease.ts';
import type { ScheduleDesk } from '../schedule/scheduleDesk.ts';
import { remember } from '../schedule/checkTenant.ts';
import { makeClientState } from './clientState.ts';
import type { NotificationAddress } from './notificationAddress.ts';
import { planSubscriptions, type SubscriptionStep } from './planSubscriptions.ts';

export interface KeeperOptions extends ScheduleDesk {
  readonly openSubscriptions: OpenChangeSubscriptions;
  readonly leases: LeaseStore;
  /** Null when Microsoft cannot reach us. */
  readonly address: NotificationAddress | null;
  /** What happened while nobody told us of it is looked for. */
  readonly notice: (tenantId: string) => void;
}

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** Keeps Graph telling us of changes: creates, renews, replaces and ends subscriptions. */
export interface SubscriptionKeeper {
  /** Does what is to be done for this tenant, if anything. Never throws for what Graph or Entra answers. */
  keep(tenantId: string): Promise<void>;
  /** Ends every subscription of the tenant that is known, as far as Graph lets us; the others run out within days. */
  end(tenantId: string): Promise<void>;
  /** For an event that proved to come from Graph. Returns at once. */
  handle(tenantId: string, subscription: ChangeSubscription, event: LifecycleEvent): void;
  /** Resolves when every event has been dealt with. */
  settled(): Promise<void>;
}

/** Graph allows 29 days. Short, so that one nobody ends ends soon. */
const lifetime = 3 * 24 * 60 * 60_000;
/** After a refusal Graph is left alone for so long. */
const rest = 15 * 60_000;
const leaseTtl = 5 * 60_000;
/** Whoever ends subscriptions for good waits for Graph so long. */
const patience = 30_000;

export const openSubscriptionKeeper = (options: KeeperOptions): SubscriptionKeeper => {
  const { repositories, clock } = options.runDesk;

  const planFor = async (tenantId: string): Promise<readonly SubscriptionStep[]> => {
    const { notificationsFailedAt } = (await repositories.syncStates.get(tenantId)).value;
    const now = clock.now();
    if (notificationsFailedAt !== null && isFresh(notificationsFailedAt, now, rest)) return [];
    return planSubscriptions({
      connection: (await repositories.connections.get(tenantId))?.value ?? noConnection,
      stored: await repositories.changeSubscriptions.list(tenantId),
      notificationUrl: options.address?.notificationUrl ?? null,
      now,
      isFailing: notificationsFailedAt !== null,
    });
  };

  const keep = async (tenantId: string): Promise<void> => {
    if ((await planFor(tenantId)).length === 0) return;
    const lease = await options.leases.acquire(tenantId, leaseNames.changeSubscriptions, leaseTtl);
    if (lease === null) return;
    try {
      const graph = options.openSubscriptions(tenantId, options.stopping);
      for (const step of await planFor(tenantId)) await takeStep(options, { tenantId, graph }, step);
      await noteOutcome(options, tenantId, null);
    } catch (error) {
      await noteOutcome(options, tenantId, error);
    } finally {
      await options.leases.release(tenantId, lease).catch(() => undefined);
    }
  };

  const events = oneByOne((tenantId, err) => {
    if (options.stopping.aborted) return;
    options.logger.error({ msg: 'event of a subscription not dealt with', tenantId, err });
  });
  return {
    keep,
    end: (tenantId) => endAll(options, tenantId),
    handle: (tenantId, subscription, event) => {
      events.add(tenantId, () => deal({ ...options, keep }, { tenantId, subscription }, event));
    },
    settled: events.settled,
  };
};

interface Told {
  readonly tenantId: string;
  readonly subscription: ChangeSubscription;
}

const deal = async (
  options: KeeperOptions & Pick<SubscriptionKeeper, 'keep'>,
  { tenantId, subscription }: Told,
  event: LifecycleEvent,
): Promise<void> => {
  if (event === 'reauthorizationRequired') {
    const place = { tenantId, graph: options.openSubscriptions(tenantId, options.stopping) };
    await renew(options, place, subscription).catch((error: unknown) => noteOutcome(options, tenantId, error));
    return;
  }
  if (event === 'subscriptionRemoved') {
    await options.runDesk.repositories.changeSubscriptions.remove(tenantId, subscription.id);
    await options.keep(tenantId);
  }
  options.notice(tenantId);
};

/** Graph may tell several events of one subscription at once. */
const oneByOne = (onFailure: (tenantId: string, error: unknown) => void) => {
  let last = Promise.resolve();
  return {
    add: (tenantId: string, work: () => Promise<void>): void => {
      last = last.then(work).catch((error: unknown) => {
        onFailure(tenantId, error);
      });
    },
    settled: (): Promise<void> => last,
  };
};

const endAll = async (options: KeeperOptions, tenantId: string): Promise<void> => {
  const graph = options.openSubscriptions(tenantId, AbortSignal.any([options.stopping, AbortSignal.timeout(patience)]));
  for (const subscription of await options.runDesk.repositories.changeSubscriptions.list(tenantId))
    await drop(options, { tenantId, graph }, subscription);
};

interface Place {
  readonly tenantId: string;
  readonly graph: ChangeSubscriptions;
}

const takeStep = (options: KeeperOptions, place: Place, step: SubscriptionStep): Promise<void> => {
  if (step.kind === 'create') return create(options, place, step.feed);
  return step.kind === 'renew' ? renew(options, place, step.subscription) : drop(options, place, step.subscription);
};

const create = async (options: KeeperOptions, place: Place, feed: NotifiedFeed): Promise<void> => {
  if (options.address === null) return;
  await endStrays(options, place);
  const { clientState, digest } = makeClientState();
  const made = await place.graph.subscribe({ feed, clientState, expiresAt: expiry(options), ...options.address });
  const { notificationUrl } = options.address;
  await save(options, place, {
    id: made.id,
    feed,
    clientStateDigest: digest,
    notificationUrl,
    ...times(options, made),
  });
  options.notice(place.tenantId);
};

/** An answer that got lost leaves a subscription nobody knows; they are counted, so it is ended. */
const endStrays = async ({ runDesk, address }: KeeperOptions, { tenantId, graph }: Place): Promise<void> => {
  const known = await runDesk.repositories.changeSubscriptions.list(tenantId);
  for (const { id, notificationUrl } of await graph.list()) {
    if (notificationUrl === address?.notificationUrl && !known.some((one) => one.id === id))
      await graph.unsubscribe(id);
  }
};

const renew = async (options: KeeperOptions, place: Place, subscription: ChangeSubscription): Promise<void> => {
  const renewed = await place.graph.renew(subscription.id, expiry(options));
  if (renewed !== null) return save(options, place, { ...subscription, ...times(options, renewed) });
  await options.runDesk.repositories.changeSubscriptions.remove(place.tenantId, subscription.id);
  await create(options, place, subscription.feed);
};

/** Where we are let in no more, Graph forgets it by itself within days. */
const drop = async (options: KeeperOptions, place: Place, { id }: ChangeSubscription): Promise<void> => {
  await place.graph.unsubscribe(id).catch((error: unknown) => {
    options.logger.warn({ msg: 'subscription not ended; it runs out by itself', tenantId: place.tenantId, err: error });
  });
  await options.runDesk.repositories.changeSubscriptions.remove(place.tenantId, id);
};

const expiry = ({ runDesk }: KeeperOptions): Date => new Date(runDesk.clock.now().getTime() + lifetime);

const times = ({ runDesk }: KeeperOptions, { expiresAt }: LiveSubscription) => ({
  renewedAt: runDesk.clock.now().toISOString(),
  expiresAt: expiresAt.toISOString(),
});

const save = ({ runDesk }: KeeperOptions, { tenantId }: Place, subscription: ChangeSubscription): Promise<void> =>
  runDesk.repositories.changeSubscriptions.save(tenantId, subscription);

const noteOutcome = async (options: KeeperOptions, tenantId: string, error: unknown): Promise<void> => {
  const { clock, repositories } = options.runDesk;
  if (options.stopping.aborted) return;
  if (error !== null) {
    options.logger.warn({ msg: 'change notifications not had; the schedule goes on', tenantId, err: error });
    await remember(options, tenantId, { notificationsFailedAt: clock.now().toISOString() });
  } else if ((await repositories.syncStates.get(tenantId)).value.notificationsFailedAt !== null) {
    await remember(options, tenantId, { notificationsFailedAt: null });
  }
};
