import type { Clock } from './clock.ts';

interface Rhythm {
  readonly clock: Clock;
  /** Milliseconds between two renewals. */
  readonly every: number;
}

/**
 * Renews a lease until the signal. False as soon as a renewal finds it in other hands; one that fails is tried again,
 * because what the lease is for comes first.
 */
export const keepRenewing = async (
  { clock, every }: Rhythm,
  until: AbortSignal,
  renew: () => Promise<boolean>,
): Promise<boolean> => {
  for (;;) {
    await clock.sleep(every, until).catch(() => undefined);
    if (until.aborted) return true;
    if (!(await renew().catch(() => true))) return false;
  }
};
