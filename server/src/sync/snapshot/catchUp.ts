import type { DirectoryReader, ReadPage } from '../../ports/directory/directoryReader.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { asComplete, type CompleteSnapshot } from './completeSnapshot.ts';
import { readListings } from './readListings.ts';
import { replayChanges } from './replayChanges.ts';
import type { SnapshotBook, SnapshotPlace } from './snapshotBook.ts';

export interface Reader {
  readonly directory: DirectoryReader;
  readonly signal: AbortSignal;
  /** Called after each page, with what is known of the work so far. */
  readonly onProgress: (head: SnapshotHead, page: ReadPage) => void;
  readonly now: Date;
}

/** Reads the listings that are open and replays the links until neither finds anything new to read. */
export const catchUp = async (place: SnapshotPlace, book: SnapshotBook, reader: Reader): Promise<CompleteSnapshot> => {
  const { directory, signal, now } = reader;
  do {
    await readListings(book, {
      directory,
      signal,
      onPage: (page) => {
        reader.onProgress(book.head(), page);
      },
    });
    await replayChanges({ place, book, directory, signal, now });
  } while (book.head().tasks.some((task) => !task.done));
  if (!book.head().complete) await book.saveHead({ complete: true });
  const snapshot = asComplete(book.head());
  if (snapshot === null) throw new Error('A reading ended with listings still open.');
  return snapshot;
};
