import type { MovableClock } from '../movableClock.ts';
import type { WatchedResource } from './watchedResource.ts';

export interface Subscription {
  readonly id: string;
  readonly applicationId: string;
  readonly resource: string;
  readonly watched: WatchedResource;
  /** As it was sent: `updated,deleted`. */
  readonly changeType: string;
  readonly clientState: string | null;
  readonly lifecycleNotificationUrl: string | null;
  notificationUrl: string;
  /** Milliseconds since 1970. */
  expires: number;
  /** When it was made or last renewed or reauthorized. */
  authorizedAt: number;
  /** False from the moment the permission was taken back until the app reauthorizes: what happens meanwhile is lost. */
  flowing: boolean;
  /** An expiry is announced once, until the next renewal. */
  expiryAnnounced: boolean;
}

/** The subscriptions of the tenant. Those whose time is up are gone without a word, as in Graph. */
export class Subscriptions {
  readonly #clock: MovableClock;
  #byId = new Map<string, Subscription>();

  constructor(clock: MovableClock) {
    this.#clock = clock;
  }

  add(subscription: Subscription): void {
    this.#byId.set(subscription.id, subscription);
  }

  remove(id: string): void {
    this.#byId.delete(id);
  }

  find(id: string): Subscription | undefined {
    return this.live().find((subscription) => subscription.id === id);
  }

  live(): Subscription[] {
    const now = this.#clock.now();
    for (const { id, expires } of this.#byId.values()) if (expires <= now) this.#byId.delete(id);
    return [...this.#byId.values()];
  }

  clear(): void {
    this.#byId.clear();
  }
}
