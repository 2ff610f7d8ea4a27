import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { ReadTask } from '../../ports/repositories/snapshotRepository.ts';
import { containersBelow } from './containersBelow.ts';
import { hasCode } from './hasCode.ts';
import type { SnapshotPlace, Staging } from './staging/staging.ts';

interface Reopening {
  readonly place: SnapshotPlace;
  readonly staging: Staging;
  readonly directory: DirectoryReader;
  readonly signal: AbortSignal;
}

/**
 * Asks once more for every group inside an excluded one that was closed to us. Its members must not come in, so what
 * refuses them is thrown; one that can be read by now is listed anew. Looked at when everything else is known, because
 * what leads from the excluded group to it may be found later than that it is closed.
 */
export const reopenClosed = async ({ place, staging, directory, signal }: Reopening): Promise<void> => {
  for (const task of await closedBelowExclusions(place, staging)) {
    try {
      await directory.readPage(task.source, null, signal);
    } catch (error) {
      if (hasCode(error, 'permission-missing')) throw error;
      // Anything else is settled where listings are read.
    }
    await staging.restart(task.key);
  }
};

const closedBelowExclusions = async (
  { snapshots, tenantId, selection }: SnapshotPlace,
  staging: Staging,
): Promise<readonly ReadTask[]> => {
  const { id, tasks } = staging.head();
  const closed = tasks.filter((task) => task.unreadable === true);
  if (closed.length === 0 || selection.excludedGroups.length === 0) return [];
  const edges = await snapshots.groupMemberships(tenantId, id);
  const excluded = containersBelow(
    edges,
    selection.excludedGroups.map((group) => group.id),
  );
  return closed.filter(({ source }) => source.kind === 'members' && excluded.has(source.id));
};
