import type { ChangeNotification } from './changeNotification.ts';

export interface Waiting {
  url: string;
  notification: ChangeNotification;
  /** Milliseconds since 1970, on the simulator's clock. */
  due: number;
  failures: number;
  firstFailure: number;
}

const FIRST_DELAY = 10_000;
const LONGEST_DELAY = 30 * 60_000;
const GIVE_UP_AFTER = 4 * 60 * 60_000;

/** What still has to be sent. The same news about the same object is kept once. */
export class Outbox {
  #waiting = new Map<string, Waiting>();

  put(waiting: Waiting): void {
    const key = keyOf(waiting);
    const known = this.#waiting.get(key);
    if (known) known.notification = merged(known.notification, waiting.notification);
    else this.#waiting.set(key, waiting);
  }

  take(now: number): Waiting[] {
    const due = [...this.#waiting.values()].filter((waiting) => waiting.due <= now);
    for (const waiting of due) this.#waiting.delete(keyOf(waiting));
    return due;
  }

  /**
   * Again later, ever more seldom, for up to four hours, then never:
   * https://learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks
   */
  putBack(waiting: Waiting, now: number): void {
    const firstFailure = waiting.failures === 0 ? now : waiting.firstFailure;
    const due = now + Math.min(FIRST_DELAY * 2 ** waiting.failures, LONGEST_DELAY);
    if (due - firstFailure > GIVE_UP_AFTER) return;
    const newer = this.#waiting.get(keyOf(waiting));
    const notification = newer ? merged(waiting.notification, newer.notification) : waiting.notification;
    const again = { ...waiting, notification, failures: waiting.failures + 1, firstFailure, due };
    this.#waiting.set(keyOf(waiting), again);
  }

  /** Undefined when nothing waits. */
  nextDue(): number | undefined {
    let next: number | undefined;
    for (const { due } of this.#waiting.values()) next = Math.min(due, next ?? due);
    return next;
  }

  clear(): void {
    this.#waiting.clear();
  }
}

function keyOf({ url, notification }: Waiting): string {
  const { subscriptionId, resource, changeType, lifecycleEvent } = notification;
  return [url, subscriptionId, resource, changeType, lifecycleEvent].join(' ');
}

function merged(old: ChangeNotification, newer: ChangeNotification): ChangeNotification {
  if (!newer.resourceData) return newer;
  const members = new Map(
    [old.resourceData, newer.resourceData].flatMap((data) => data?.['members@delta'] ?? []).map((one) => [one.id, one]),
  );
  if (members.size === 0) return newer;
  return { ...newer, resourceData: { ...newer.resourceData, 'members@delta': [...members.values()] } };
}
