import type { ContainerKind, DirectoryMember } from '../../../domain/directory/directoryContainer.ts';
import type { DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import type { ChangeFeed, DirectoryChange, DirectoryReader } from '../../../ports/directory/directoryReader.ts';
import type { SnapshotPlace, Staging } from '../staging/staging.ts';

export interface Replay {
  readonly place: SnapshotPlace;
  readonly staging: Staging;
  readonly directory: DirectoryReader;
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Containers that this run listed anew because what was told of them is in doubt. */
  readonly listedAnew: Set<string>;
  /** Containers that were told as being there, by id. */
  readonly toldThere: Map<string, ContainerKind>;
  /** What the changes of this run said of people, by id: an answer about one of them alone may be older. */
  readonly toldOf: Map<string, Partial<DirectoryUser>>;
  /** Where each list of changes was followed to; kept when nothing is open any more, see `keepLinks`. */
  readonly reached: Map<ChangeFeed, string>;
  /** People who were told as gone, and are not found when they are asked for: a listing that is behind may still name them. */
  readonly gone: Set<string>;
  /** What the changes of this run said of members, by container and member. */
  readonly toldMembers: Map<string, ToldMember>;
}

export interface ToldMember {
  readonly containerId: string;
  readonly memberId: string;
  /** Null where it was not told that they joined. */
  readonly joined: DirectoryMember | null;
  readonly hasLeft: boolean;
}

/** What is known of a run's replay before it has begun. */
export const nothingTold = (): Pick<
  Replay,
  'listedAnew' | 'toldThere' | 'toldOf' | 'reached' | 'gone' | 'toldMembers'
> => ({
  listedAnew: new Set(),
  toldThere: new Map(),
  toldOf: new Map(),
  reached: new Map(),
  gone: new Set(),
  toldMembers: new Map(),
});

export type Change<K extends DirectoryChange['kind']> = Extract<DirectoryChange, { kind: K }>;

export const ofKind = <K extends DirectoryChange['kind']>(
  changes: readonly DirectoryChange[],
  kind: K,
): readonly Change<K>[] => changes.filter((change): change is Change<K> => change.kind === kind);
