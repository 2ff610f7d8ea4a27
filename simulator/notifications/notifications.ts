import type { Directory } from '../directory/directory.ts';
import type { MovableClock } from '../movableClock.ts';
import type { ChangeNotification } from './changeNotification.ts';
import { challengeOf, concerns, notificationOf } from './changeNotification.ts';
import { DirectoryChanges } from './directoryChanges.ts';
import type { DeliveryKnobs } from './deliveryKnobs.ts';
import { GENTLE_DELIVERY, upset } from './deliveryKnobs.ts';
import { forged } from './forged.ts';
import { Outbox } from './outbox.ts';
import type { Delivery, Postman } from './postman.ts';
import type { Subscription } from './subscriptions.ts';
import { Subscriptions } from './subscriptions.ts';
import { NEEDED_PERMISSION } from './watchedResource.ts';

interface Surroundings {
  clock: MovableClock;
  postman: Postman;
  /** Whether the tenant grants the app this permission now, whatever its tokens say. */
  isGranted: (clientId: string, permission: string) => boolean;
}

/** Most notifications in one POST; Microsoft names no number. */
const BATCH = 50;
/** Before the end this long, or a quarter of the whole when that is less: Microsoft promises no time. */
const ANNOUNCE_EXPIRY = 3 * 60 * 60_000;

/** https://learn.microsoft.com/en-us/graph/change-notifications-overview */
export class Notifications {
  readonly knobs: DeliveryKnobs = { ...GENTLE_DELIVERY };
  readonly subscriptions: Subscriptions;
  readonly #around: Surroundings;
  readonly #changes: DirectoryChanges;
  #directory: Directory;
  readonly #outbox = new Outbox();
  #running: Promise<void> = Promise.resolve();
  #soon: NodeJS.Immediate | undefined;
  #later: NodeJS.Timeout | undefined;

  constructor(directory: Directory, around: Surroundings) {
    this.#directory = directory;
    this.#around = around;
    this.subscriptions = new Subscriptions(around.clock);
    this.#changes = new DirectoryChanges(directory);
    this.reset(directory);
    around.clock.watch(() => {
      this.wake();
    });
  }

  get patience(): Postman['patience'] {
    return this.#around.postman.patience;
  }

  /** Every POST so far, handshakes aside. */
  get deliveries(): readonly Delivery[] {
    return this.#around.postman.log;
  }

  /** Resolves when everything due by the simulator's clock was sent and answered, even what is held. */
  async deliver(): Promise<void> {
    do await this.#run();
    while ((this.#outbox.nextDue() ?? Infinity) <= this.#around.clock.now());
  }

  /** Asks for reauthorization, as Graph may at any time; of every subscription when none is named. */
  challenge(subscriptionId?: string): void {
    for (const subscription of this.subscriptions.live())
      if ((subscriptionId ?? subscription.id) === subscription.id) this.#announce(subscription);
    this.wake();
  }

  /**
   * Sends at once what Graph never sent: like a real one about the newest subscription, but for what is given.
   * @returns the status of the answer.
   */
  async forge(changes: Partial<ChangeNotification> = {}, to?: string): Promise<number | undefined> {
    const { notification, url } = forged(this.subscriptions.live().at(-1), this.#directory, changes);
    const address = to ?? url;
    if (address === undefined) throw new Error('There is no subscription: say where to send it.');
    return (await this.#around.postman.post(address, [notification])).status;
  }

  /** What happened before does not concern it. */
  add(subscription: Subscription): void {
    this.passOver();
    this.subscriptions.add(subscription);
    this.wake();
  }

  /** Reads what happened so far to those whose notifications flow now; nobody else ever hears of it. */
  passOver(): void {
    this.#collect();
  }

  /** Something happened that may be told. */
  wake(): void {
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined;
      this.#collect();
      if (this.knobs.hold) return;
      void this.#run();
    });
  }

  /** As at the start, and about this directory from now on. */
  reset(directory: Directory): void {
    this.#directory = directory;
    this.#changes.follow(directory);
    directory.watch(() => {
      this.wake();
    });
    this.subscriptions.clear();
    this.#outbox.clear();
    this.#around.postman.log.length = 0;
    Object.assign(this.knobs, GENTLE_DELIVERY);
  }

  async close(): Promise<void> {
    clearImmediate(this.#soon);
    this.#outbox.clear();
    this.#around.postman.close();
    await this.#running;
    clearTimeout(this.#later);
  }

  /** One after the other, so that who waits for this one has waited for those before. */
  #run(): Promise<void> {
    this.#running = this.#running.then(() => this.#sendDue());
    return this.#running;
  }

  async #sendDue(): Promise<void> {
    this.#collect();
    const { clock } = this.#around;
    const live = new Set(this.subscriptions.live().map(({ id }) => id));
    const due = this.#outbox.take(clock.now()).filter(({ notification }) => live.has(notification.subscriptionId));
    const byUrl = Map.groupBy(upset(due, this.knobs), ({ url }) => url);
    await Promise.all([...byUrl].map(([url, waiting]) => this.#sendAll(url, waiting)));
    this.#wakeLater();
  }

  async #sendAll(url: string, waiting: ReturnType<Outbox['take']>): Promise<void> {
    for (let at = 0; at < waiting.length; at += BATCH) {
      const batch = waiting.slice(at, at + BATCH);
      const notifications = batch.map(({ notification }) => notification);
      const { status = 0 } = await this.#around.postman.post(url, notifications);
      if (status >= 200 && status < 300) continue;
      for (const one of batch) this.#outbox.putBack(one, this.#around.clock.now());
    }
  }

  #wakeLater(): void {
    clearTimeout(this.#later);
    const due = this.#outbox.nextDue();
    if (due === undefined) return;
    this.#later = setTimeout(() => {
      this.wake();
    }, due - this.#around.clock.now()).unref();
  }

  #collect(): void {
    const live = this.subscriptions.live();
    for (const subscription of live) this.#watchOver(subscription);
    const flowing = live.filter(({ flowing: flows }) => flows);
    for (const change of this.#changes.read()) {
      for (const subscription of flowing) {
        if (!concerns(subscription, change)) continue;
        this.#put(subscription.notificationUrl, notificationOf(subscription, change, this.#tenantId()));
      }
    }
  }

  #watchOver(subscription: Subscription): void {
    const { applicationId, watched, expires, authorizedAt, flowing, expiryAnnounced } = subscription;
    const early = Math.min(ANNOUNCE_EXPIRY, (expires - authorizedAt) / 4);
    if (flowing && !this.#around.isGranted(applicationId, NEEDED_PERMISSION[watched.kind])) {
      subscription.flowing = false;
      this.#announce(subscription);
    } else if (!expiryAnnounced && this.#around.clock.now() >= expires - early) {
      subscription.expiryAnnounced = true;
      this.#announce(subscription);
    }
  }

  #announce(subscription: Subscription): void {
    if (subscription.lifecycleNotificationUrl === null) return;
    this.#put(subscription.lifecycleNotificationUrl, challengeOf(subscription, this.#tenantId()));
  }

  #put(url: string, notification: ChangeNotification): void {
    const due = this.#around.clock.now() + this.knobs.latency;
    this.#outbox.put({ url, notification, due, failures: 0, firstFailure: 0 });
  }

  #tenantId(): string {
    return this.#directory.organization.id;
  }
}
