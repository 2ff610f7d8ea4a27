import type { Run } from '../../../../server/src/contract/sync/sync.ts';

/** Whom a plan takes leave of, counted as the server counts departures: who is removed leaves too. */
export const departuresIn = ({ disable, remove, hold }: Pick<Run['counts'], 'disable' | 'remove' | 'hold'>) => {
  const leaving = disable + remove;
  return { leaving, hold, all: leaving + hold };
};
