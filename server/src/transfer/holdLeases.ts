import { LeaseLost } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { keepRenewing } from '../ports/keepRenewing.ts';
import type { HeldLease, LeaseStore } from '../ports/lease.ts';
import { oneAtATime } from '../ports/oneAtATime.ts';

/** Short, so that what a killed process held is free again before anybody grows impatient. */
const ttl = 15_000;

export interface Wanted {
  readonly tenant: string;
  readonly names: readonly string[];
  /** Told once of each lease that somebody else holds. */
  onWait(name: string): void;
}

export interface LeaseDesk {
  readonly leases: LeaseStore;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface HeldLeases {
  /** Throws LeaseLost once one is in other hands, and the reason of the signal once that is aborted. */
  check(): void;
  /** Renews all of them now, and throws as `check` does: after a pause of this process the timer knows nothing yet. */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

/** Waits for all of the leases, and renews them until they are released. */
export const holdLeases = async (desk: LeaseDesk, wanted: Wanted): Promise<HeldLeases> => {
  const held: HeldLease[] = [];
  const done = new AbortController();
  let lost = false;
  const renew = async (): Promise<boolean> => {
    for (const lease of held) if (!(await desk.leases.renew(wanted.tenant, lease, ttl))) lost = true;
    return !lost;
  };
  const check = (): void => {
    desk.signal.throwIfAborted();
    if (lost) throw new LeaseLost(wanted.names.join());
  };
  // One renewal at a time: two at once would take each other for a stranger.
  const inTurn = oneAtATime();
  const renewInTurn = (): Promise<boolean> => inTurn(renew);
  // A store that does not answer shows in the work itself; the lease is renewed when it answers again.
  const renewing = keepRenewing({ clock: desk.clock, every: ttl / 3 }, done.signal, renewInTurn);
  const release = async (): Promise<void> => {
    done.abort();
    await renewing;
    for (const lease of held) await desk.leases.release(wanted.tenant, lease).catch(() => undefined);
  };
  try {
    for (const name of wanted.names) held.push(await acquire(desk, wanted, name));
  } catch (error) {
    await release();
    throw error;
  }
  return {
    release,
    check,
    confirm: async () => {
      await renewInTurn();
      check();
    },
  };
};

const acquire = async (desk: LeaseDesk, { tenant, onWait }: Wanted, name: string): Promise<HeldLease> => {
  for (let tries = 0; ; tries += 1) {
    desk.signal.throwIfAborted();
    const lease = await desk.leases.acquire(tenant, name, ttl);
    if (lease !== null) return lease;
    if (tries === 0) onWait(name);
    await desk.clock.sleep(500, desk.signal);
  }
};
