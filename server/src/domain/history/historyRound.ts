/** Going once through what is old; where it was left is where it goes on. */
export interface HistoryRound {
  readonly stage: 'changes' | 'runs';
  /** Where the next page of this stage begins; null at its beginning. */
  readonly cursor: string | null;
  /** Null while it is under way. */
  readonly finishedAt: string | null;
}
