import type { ManagerProfile, PhotoSize } from '../../domain/enrichment/enrichment.ts';

/** Answers about many people. Null means there is none; who is in neither could not be asked about now. */
export interface Answers<T> {
  readonly known: ReadonlyMap<string, T | null>;
  /** About whom we may not ask. */
  readonly refused: ReadonlySet<string>;
  /** About whom the answer says nothing and asking again would bring the same: theirs is settled until the next round. */
  readonly settled: ReadonlySet<string>;
}

export interface PhotoBytes {
  readonly size: PhotoSize;
  readonly bytes: Uint8Array;
}

/** What of a directory no list of people brings, and no feed of changes tells about. Asked for twenty at a time. */
export interface EnrichmentReader {
  readManagers(ids: readonly string[], signal?: AbortSignal): Promise<Answers<ManagerProfile>>;
  /** A tag per photo that changes with it. */
  readPhotoTags(ids: readonly string[], signal?: AbortSignal): Promise<Answers<string>>;
  /** Every size there is of each photo. */
  readPhotos(ids: readonly string[], signal?: AbortSignal): Promise<Answers<readonly PhotoBytes[]>>;
}
