/** What this process counted of one caller in one window of time. */
export interface RequestCount {
  /** Which limit it counts for. */
  readonly limit: string;
  /** Whom it counts: an address, kept as a digest only. */
  readonly caller: string;
  /** Milliseconds since 1970; the same for all processes. */
  readonly windowEndsAt: number;
  /** How long each window is. */
  readonly windowMilliseconds: number;
  readonly count: number;
}

/** Counts of requests that all processes on one store know of. */
export interface RequestCounts {
  /** Tells what this process counted so far; resolves with what the others told, by their last telling. */
  share(counted: RequestCount): Promise<number>;
}
