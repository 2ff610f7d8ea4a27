/** The only source of time. */
export interface Clock {
  now(): Date;
  /** Resolves after the time has passed; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
