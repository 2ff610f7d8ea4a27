import type { NotifiedFeed } from '../../domain/schedule/changeSubscription.ts';

export interface SubscriptionOrder {
  readonly feed: NotifiedFeed;
  /** Graph proves it with a handshake before it answers. */
  readonly notificationUrl: string;
  readonly lifecycleUrl: string;
  /** Repeated in every notification; at most 128 characters. */
  readonly clientState: string;
  readonly expiresAt: Date;
}

export interface LiveSubscription {
  readonly id: string;
  readonly notificationUrl: string;
  readonly expiresAt: Date;
}

/** Microsoft Graph's side of change notifications for one tenant. Every call throws DirectoryError or AdminActionError. */
export interface ChangeSubscriptions {
  subscribe(order: SubscriptionOrder): Promise<LiveSubscription>;
  /** Renews and reauthorizes in one. Null when Graph no longer has it. */
  renew(id: string, expiresAt: Date): Promise<LiveSubscription | null>;
  /** Fine when it is gone already. */
  unsubscribe(id: string): Promise<void>;
  /** Everything this app has subscribed to in the tenant. */
  list(): Promise<readonly LiveSubscription[]>;
}

/** Aborting the signal ends calls under way, and waiting for Graph between two tries. */
export type OpenChangeSubscriptions = (tenantId: string, signal: AbortSignal) => ChangeSubscriptions;
