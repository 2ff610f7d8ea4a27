import type { DirectoryChange, DirectoryReader } from '../../../ports/directory/directoryReader.ts';
import type { SnapshotPlace, Staging } from '../staging.ts';

export interface Replay {
  readonly place: SnapshotPlace;
  readonly staging: Staging;
  readonly directory: DirectoryReader;
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Containers that this run listed anew because what was told of them is in doubt. */
  readonly listedAnew: Set<string>;
}

export type Change<K extends DirectoryChange['kind']> = Extract<DirectoryChange, { kind: K }>;

export const ofKind = <K extends DirectoryChange['kind']>(
  changes: readonly DirectoryChange[],
  kind: K,
): readonly Change<K>[] => changes.filter((change): change is Change<K> => change.kind === kind);
