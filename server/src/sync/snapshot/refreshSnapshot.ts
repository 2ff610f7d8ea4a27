import { isSameSelection, type Selection } from '../../domain/scope/selection.ts';
import type { Checkpoint } from '../../ports/repositories/runRepositories.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { catchUp, type Reader } from './catchUp.ts';
import type { CompleteSnapshot } from './completeSnapshot.ts';
import { openStaging, type SnapshotPlace } from './staging/staging.ts';

/** The snapshot of the last sync, if it was read for this very selection and to its end. */
export const findRefreshable = async (
  { snapshots, tenantId }: Pick<SnapshotPlace, 'snapshots' | 'tenantId'>,
  checkpoint: Checkpoint | null,
  selection: Selection,
): Promise<SnapshotHead | null> => {
  if (checkpoint === null || !isSameSelection(checkpoint.selection, selection)) return null;
  const head = await snapshots.getHead(tenantId, checkpoint.snapshotId);
  return head?.complete === true ? head : null;
};

/**
 * Brings the snapshot of the last sync up to date by the links it ended with, and marks whom that concerns as dirty. The
 * work follows what changed in the tenant, not its size; where nothing changed, nothing is written. Throws
 * LinkBroken when the links cannot be followed any more: then everybody must be read.
 */
export const refreshSnapshot = (
  place: SnapshotPlace,
  head: SnapshotHead,
  reader: Reader,
): Promise<CompleteSnapshot> => {
  const marking = { ...place, marksDirty: true };
  return catchUp(marking, openStaging(marking, head), reader);
};
