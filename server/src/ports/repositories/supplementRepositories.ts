import type { ManagerProfile, Photo, SlowRound, Supplement } from '../../domain/supplement/supplement.ts';

/** What the slow pass keeps. Removing or purging a teammate forgets their supplement and photo with them. */
export interface SupplementRepository {
  get(tenantId: string, teammateId: string): Promise<Supplement | null>;
  getMany(tenantId: string, teammateIds: readonly string[]): Promise<readonly Supplement[]>;
  count(tenantId: string): Promise<number>;
  /** Those with a photo that we keep. */
  countPhotos(tenantId: string): Promise<number>;
  /** All of them in order of teammate id, in batches. */
  scan(tenantId: string): AsyncIterable<readonly Supplement[]>;
  save(tenantId: string, supplements: readonly Supplement[]): Promise<void>;
  /** Photos too. */
  remove(tenantId: string, teammateIds: readonly string[]): Promise<void>;
  getPhoto(tenantId: string, teammateId: string): Promise<Photo | null>;
  savePhotos(tenantId: string, photos: readonly Photo[]): Promise<void>;
  removePhotos(tenantId: string, teammateIds: readonly string[]): Promise<void>;
  getManagers(tenantId: string, ids: readonly string[]): Promise<readonly ManagerProfile[]>;
  saveManagers(tenantId: string, managers: readonly ManagerProfile[]): Promise<void>;
  /** Forgets manager profiles to whom no teammate reports any more. */
  removeUnusedManagers(tenantId: string): Promise<void>;
}

export interface SlowRoundRepository {
  get(tenantId: string): Promise<SlowRound | null>;
  save(tenantId: string, round: SlowRound): Promise<void>;
}
