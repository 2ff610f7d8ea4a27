/** What making signatures took. */
export interface Took {
  /** Milliseconds of each one, by the clock: what else runs on the machine is in it. */
  readonly took: readonly number[];
  /** Of all of them. */
  readonly cpuSeconds: number;
}
