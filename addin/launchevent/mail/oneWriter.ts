import { settleWithin } from '../deadline.ts';

/** A host that never answers must not keep later events from the mail. */
const TURN_MS = 5000;

let tail: Promise<unknown> = Promise.resolve();

/**
 * Runs what looks at a mail and then writes into it, one after the other: of two events at the same moment the second
 * sees what the first has put in. `otherwise` when it fails or takes too long; `isLate` is true from then on.
 */
export function inTurn<T>(work: (isLate: () => boolean) => Promise<T>, otherwise: T): Promise<T> {
  const turn = tail.then(async () => {
    let late = false;
    const result = await settleWithin(
      TURN_MS,
      work(() => late),
      otherwise,
    );
    late = true;
    return result;
  });
  tail = turn.catch(() => undefined);
  return turn;
}
