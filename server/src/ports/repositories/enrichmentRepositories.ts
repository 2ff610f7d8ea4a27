import type { ManagerProfile, Photo, EnrichmentRound, Enrichment } from '../../domain/enrichment/enrichment.ts';

/** What the enrichment pass keeps. Removing or purging a teammate forgets their enrichment and photo with them. */
export interface EnrichmentRepository {
  get(tenantId: string, teammateId: string): Promise<Enrichment | null>;
  getMany(tenantId: string, teammateIds: readonly string[]): Promise<readonly Enrichment[]>;
  count(tenantId: string): Promise<number>;
  /** Those with a photo that we keep. */
  countPhotos(tenantId: string): Promise<number>;
  /** All of them in order of teammate id, in batches. */
  scan(tenantId: string): AsyncIterable<readonly Enrichment[]>;
  save(tenantId: string, enrichments: readonly Enrichment[]): Promise<void>;
  /** Photos too. */
  remove(tenantId: string, teammateIds: readonly string[]): Promise<void>;
  getPhoto(tenantId: string, teammateId: string): Promise<Photo | null>;
  savePhotos(tenantId: string, photos: readonly Photo[]): Promise<void>;
  removePhotos(tenantId: string, teammateIds: readonly string[]): Promise<void>;
  getManagers(tenantId: string, ids: readonly string[]): Promise<readonly ManagerProfile[]>;
  saveManagers(tenantId: string, managers: readonly ManagerProfile[]): Promise<void>;
  /** Those of them to whom a teammate reports. */
  managersAmong(tenantId: string, ids: readonly string[]): Promise<readonly string[]>;
  /** Forgets manager profiles to whom no teammate reports any more. */
  removeUnusedManagers(tenantId: string): Promise<void>;
}

export interface EnrichmentRoundRepository {
  get(tenantId: string): Promise<EnrichmentRound | null>;
  save(tenantId: string, round: EnrichmentRound): Promise<void>;
}
