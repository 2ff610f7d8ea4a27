import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { RunLog } from './runLog.ts';

/**
 * Whether a run whose turn is over may be let go of now and gone on with later. Not while it counts its plan or saves a
 * preview, which would begin again from the start; and not before this turn has got it any further, or runs that make room
 * for each other would never end. One that Microsoft keeps waiting loses nothing.
 */
export const openTurnJudge = (
  log: Pick<RunLog, 'current'>,
  directory: Pick<DirectoryReader, 'waiting'>,
): (() => boolean) => {
  const { pagesRead, applied } = log.current().progress;
  return () => {
    const { status, kind, progress } = log.current();
    if (status === 'reading') return progress.pagesRead > pagesRead || directory.waiting !== null;
    return status === 'applying' && kind === 'sync' && progress.applied > applied;
  };
};
