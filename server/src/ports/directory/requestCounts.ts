/** What this process counted of one caller. */
export interface RequestCount {
  /** Whom it counts: an address, kept as a digest only. */
  readonly caller: string;
  readonly count: number;
}

/** What this process counted in one window of time. */
export interface CountedWindow {
  /** Which limit it counts for. */
  readonly limit: string;
  /** Milliseconds since 1970; the same for all processes. */
  readonly windowEndsAt: number;
  /** How long each window is. */
  readonly windowMilliseconds: number;
  readonly counted: readonly RequestCount[];
}

/** Counts of requests that all processes on one store know of. */
export interface RequestCounts {
  /**
   * Tells what this process counted so far of callers in one window of one limit, in one write; resolves with what the
   * others told of each, by their last telling, in the same order.
   */
  share(window: CountedWindow): Promise<readonly number[]>;
}
