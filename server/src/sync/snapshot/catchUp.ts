import type { DirectoryReader, ReadPage } from '../../ports/directory/directoryReader.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { asComplete, type CompleteSnapshot } from './completeSnapshot.ts';
import { readListings } from './readListings.ts';
import { reopenClosed } from './reopenClosed.ts';
import { replayChanges } from './replay/replayChanges.ts';
import type { Staging, SnapshotPlace } from './staging.ts';

export interface Reader {
  readonly directory: DirectoryReader;
  readonly signal: AbortSignal;
  /** Called after each page, with what is known of the work so far. */
  readonly onProgress: (head: SnapshotHead, page: ReadPage) => void;
  readonly now: Date;
}

/** Reads the listings that are open and replays the links until neither finds anything new to read. */
export const catchUp = async (place: SnapshotPlace, staging: Staging, reader: Reader): Promise<CompleteSnapshot> => {
  const { directory, signal, now } = reader;
  const listedAnew = new Set<string>();
  do {
    await readListings(staging, {
      directory,
      signal,
      onPage: (page) => {
        reader.onProgress(staging.head(), page);
      },
    });
    await replayChanges({ place, staging, directory, signal, now, listedAnew });
    await reopenClosed({ place, staging, directory, signal });
  } while (staging.head().tasks.some((task) => !task.done));
  if (!staging.head().complete) await staging.saveHead({ complete: true });
  const snapshot = asComplete(staging.head());
  if (snapshot === null) throw new Error('A reading ended with listings still open.');
  return snapshot;
};
