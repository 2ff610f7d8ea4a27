import type { ChangeSubscription } from '../domain/schedule/changeSubscription.ts';
import type { LifecycleEvent } from './changeNotifications/subscriptionKeeper.ts';

/**
 * What is done besides answering, as those see it who answer. It looks for what is due by itself; telling it only makes
 * it begin sooner. All of these return at once.
 */
export interface BackgroundWork {
  /** A run was ordered. */
  wake(): void;
  /** Somebody said that something changed in this tenant. */
  notice(tenantId: string): void;
  /** Graph said something about a subscription of ours. */
  handle(tenantId: string, subscription: ChangeSubscription, event: LifecycleEvent): void;
  /** Has this tenant's consent looked at again until all of it has arrived. */
  noticeGrant(tenantId: string): void;
  /** Has everything of this tenant erased, which is marked for it. */
  noticeErasure(tenantId: string): void;
}

/** `starting` until it works for the first time; `restarting` after it broke down, until it works again. */
export type WorkState = 'starting' | 'running' | 'restarting';

/** The same for whoever starts and ends it. */
export interface Work extends BackgroundWork {
  state(): WorkState;
  /** Works until `stop`. Rejects when this process must not go on. */
  watch(): Promise<void>;
  /** Lets go of everything at the next safe point; what is unfinished is gone on with after the next start. */
  stop(): Promise<void>;
}
