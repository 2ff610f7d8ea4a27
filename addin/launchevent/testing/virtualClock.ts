/** Timers that move only when told to, so a test of a deadline waits for nothing. */
export interface VirtualClock {
  readonly setTimeout: (run: () => void, ms?: number) => number;
  readonly clearTimeout: (id: number) => void;
  readonly now: () => number;
  /** Lets everything that needs no timer finish, then jumps from timer to timer until `done`, or nothing is left. */
  readonly runUntil: (done: () => boolean) => Promise<void>;
  /** Lets everything that needs no timer finish. */
  readonly settle: () => Promise<void>;
}

/** MSAL hops through WebCrypto, which answers from another thread: a few turns of the loop are not enough. */
async function settle(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !done(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function openVirtualClock(): VirtualClock {
  const timers = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let lastId = 0;
  return {
    now: () => now,
    setTimeout: (run, ms = 0) => {
      lastId += 1;
      timers.set(lastId, { at: now + ms, run });
      return lastId;
    },
    clearTimeout: (id) => void timers.delete(id),
    settle: () => settle(() => false),
    runUntil: async (done) => {
      await settle(done);
      while (!done()) {
        const next = [...timers].sort((a, b) => a[1].at - b[1].at)[0];
        if (!next) return;
        const [id, timer] = next;
        timers.delete(id);
        now = Math.max(now, timer.at);
        timer.run();
        await settle(done);
      }
    },
  };
}
