/** That somebody asked for a run under a key of their own choice, so that asking again gives the same run. */
export interface StartedOnce {
  /** Digest of who asked and of their key. */
  readonly id: string;
  /** Digest of what they asked for. */
  readonly asked: string;
  readonly runId: string;
  readonly at: string;
}
