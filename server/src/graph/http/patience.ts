/** How long something goes on asking Graph again. */
export interface Patience {
  /** At least so many attempts. */
  readonly attempts: number;
  /** And at least so many milliseconds of waiting: nine refusals within a second are one moment of trouble. */
  readonly waited: number;
  /** Never a single wait of more milliseconds than this. */
  readonly longestWait: number;
}

/** A run outlasts minutes of trouble, however often it is refused in them. */
export const ofRuns: Patience = { attempts: 8, waited: 5 * 60_000, longestWait: Number.POSITIVE_INFINITY };

/** Somebody who looks at a screen is told within seconds. */
export const ofPeople: Patience = { attempts: 3, waited: 0, longestWait: 5_000 };

/** Whether to stop after so many attempts and milliseconds of waiting, where the next wait would be `wait`. */
export const givesUp = (
  patience: Patience,
  { attempts, waited, wait }: { readonly attempts: number; readonly waited: number; readonly wait: number },
): boolean => wait > patience.longestWait || (attempts >= patience.attempts && waited >= patience.waited);

/** Refusals in a row for which Graph's own word is taken; "again at once" more often than that only feeds the trouble. */
const trusted = 3;

/**
 * Milliseconds before the attempt after attempt number `attempt` (from 0): what Graph asked for; doubling from a second
 * up to a minute where it does not say, and where it goes on refusing after the time that it named.
 */
export const nextWait = (asked: number | null, attempt: number): number => {
  if (asked === null) return backoff(attempt);
  return attempt < trusted ? asked : Math.max(asked, backoff(attempt - trusted));
};

const backoff = (attempt: number): number => Math.min(1000 * 2 ** attempt, 60_000);
