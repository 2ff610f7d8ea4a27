import { useState } from 'react';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useNow } from '../../../ui/state/useNow.ts';

/** No run goes on for half a day; a longer one is a clock that is wrong. */
const longest = 12 * 3_600_000;

/** Milliseconds since then, by two clocks; where they cannot both be right, since it was first looked at. */
export function elapsedSince(startedAt: string, now: number, firstSeen: number): number {
  const elapsed = now - Date.parse(startedAt);
  return elapsed >= 0 && elapsed < longest ? elapsed : now - firstSeen;
}

/** How long a run has been going on, in whole seconds of milliseconds, counting along. */
export function useElapsed({ startedAt }: Pick<Run, 'startedAt'>): number {
  const now = useNow(1_000);
  const [firstSeen] = useState(now);
  return Math.floor(elapsedSince(startedAt, now, firstSeen) / 1000) * 1000;
}
