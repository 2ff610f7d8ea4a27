import type { Connection } from '../../domain/connection/connection.ts';
import { isFresh } from '../../domain/schedule/clockSetRight.ts';
import type { ChangeSubscription, NotifiedFeed } from '../../domain/schedule/changeSubscription.ts';

export type SubscriptionStep =
  | { readonly kind: 'create'; readonly feed: NotifiedFeed }
  | { readonly kind: 'renew'; readonly subscription: ChangeSubscription }
  | { readonly kind: 'drop'; readonly subscription: ChangeSubscription };

export interface SubscriptionFacts {
  readonly connection: Connection;
  readonly stored: readonly ChangeSubscription[];
  /** Null when Microsoft cannot reach us. */
  readonly notificationUrl: string | null;
  readonly now: Date;
  /** Something went wrong the last time, so each is tried again. */
  readonly isFailing: boolean;
}

/** A renewal a day keeps a subscription of three days alive through two days without us, and tells when it is gone. */
const renewAfter = 24 * 60 * 60_000;

/** What is to be done so that Graph tells us of everything it can, and of nothing else. */
export const planSubscriptions = (facts: SubscriptionFacts): readonly SubscriptionStep[] => {
  const wanted = wantedFeeds(facts);
  if (wanted === null) return [];
  const fitting = facts.stored.filter(
    ({ feed, notificationUrl }) => wanted.includes(feed) && notificationUrl === facts.notificationUrl,
  );
  const kept = wanted.map((feed) => fitting.find((subscription) => subscription.feed === feed));
  const missing = wanted.filter((_feed, index) => kept[index] === undefined);
  return [
    ...facts.stored
      .filter((one) => !kept.includes(one))
      .map((subscription) => ({ kind: 'drop', subscription }) as const),
    ...kept
      .filter((one) => one !== undefined)
      .filter(({ renewedAt }) => facts.isFailing || !isFresh(renewedAt, facts.now, renewAfter))
      .map((subscription) => ({ kind: 'renew', subscription }) as const),
    ...missing.map((feed) => ({ kind: 'create', feed }) as const),
  ];
};

/** Null: Entra refuses us at the moment, so nothing can be asked of Graph and nothing is given up. */
const wantedFeeds = ({ connection, notificationUrl }: SubscriptionFacts): readonly NotifiedFeed[] | null => {
  if (connection.state === 'revoked' || connection.state === 'incomplete') return null;
  if (connection.state !== 'connected' || notificationUrl === null) return [];
  // Graph asks more for telling about groups than for reading them.
  return connection.grantedPermissions.includes('Group.Read.All') ? ['users', 'groups'] : ['users'];
};
