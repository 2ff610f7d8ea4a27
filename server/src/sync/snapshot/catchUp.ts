import type { DirectoryReader, ReadPage } from '../../ports/directory/directoryReader.ts';
import type { ReadTask, SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { asComplete, type CompleteSnapshot } from './completeSnapshot.ts';
import { readListings } from './listings/readListings.ts';
import { reopenClosed } from './reopenClosed.ts';
import { askAgain, doubtGone } from './replay/askAgain.ts';
import { asTold } from './replay/doubts.ts';
import { nothingTold, type Replay } from './replay/replay.ts';
import { keepLinks, replayChanges } from './replay/replayChanges.ts';
import { layToldOver } from './replay/toldMembers.ts';
import type { Staging, SnapshotPlace } from './staging/staging.ts';

export interface Reader {
  readonly directory: DirectoryReader;
  readonly signal: AbortSignal;
  /** Called after each page, with what is known of the work so far. */
  readonly onProgress: (head: SnapshotHead, page: ReadPage) => void;
  readonly now: Date;
}

/**
 * Reads the listings that are open and replays the links until neither finds anything new to read. What an earlier one left
 * in doubt is asked first.
 */
export const catchUp = async (place: SnapshotPlace, staging: Staging, reader: Reader): Promise<CompleteSnapshot> => {
  const { directory, signal, now } = reader;
  const replay: Replay = { place, staging, directory, signal, now, ...nothingTold() };
  if (staging.head().complete) await askAgain(replay);
  do {
    const before = new Set(doneTasks(staging).map(({ key }) => key));
    await readListings(staging, {
      directory: toldOver(replay),
      signal,
      onPage: (page) => {
        reader.onProgress(staging.head(), page);
      },
    });
    await layToldOver(
      replay,
      doneTasks(staging).filter(({ key }) => !before.has(key)),
    );
    await replayChanges(replay);
    await reopenClosed({ place, staging, directory, signal });
  } while (staging.head().tasks.some((task) => !task.done));
  await doubtGone(replay);
  await keepLinks(replay);
  if (!staging.head().complete) await staging.saveHead({ complete: true });
  const snapshot = asComplete(staging.head());
  if (snapshot === null) throw new Error('A reading ended with listings still open.');
  return snapshot;
};

const doneTasks = (staging: Staging): readonly ReadTask[] => staging.head().tasks.filter(({ done }) => done);

/** A listing that is begun because of a change may be behind it, as an answer about one person may. */
const toldOver = (replay: Replay): Pick<DirectoryReader, 'readPage'> => ({
  readPage: async (source, link, signal) => {
    const page = await replay.directory.readPage(source, link, signal);
    const people = page.people.filter(({ id }) => !replay.gone.has(id));
    return { ...page, people: asTold(replay, people) };
  },
});
