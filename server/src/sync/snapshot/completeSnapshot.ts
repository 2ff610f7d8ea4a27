import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';

declare const finished: unique symbol;

/**
 * A snapshot whose every listing was read to its end and whose kept links were replayed. Only such a value can be
 * planned from: with anything less, whoever was not read yet would look like somebody who left.
 */
export interface CompleteSnapshot {
  readonly head: SnapshotHead;
  readonly [finished]: true;
}

/** Null for a reading that is not finished. */
export const asComplete = (head: SnapshotHead): CompleteSnapshot | null =>
  head.complete && head.tasks.every((task) => task.done) ? ({ head } as CompleteSnapshot) : null;
