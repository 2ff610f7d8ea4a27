import type { OutlookClient, Sighting } from '../../domain/rollout/sighting.ts';

/** Where teammates were seen. Removing or purging a teammate forgets it with them. */
export interface SightingRepository {
  get(tenantId: string, teammateId: string): Promise<Sighting | null>;
  getMany(tenantId: string, teammateIds: readonly string[]): Promise<readonly Sighting[]>;
  count(tenantId: string): Promise<number>;
  /** Those whose newest client is this one. */
  countClient(tenantId: string, client: OutlookClient): Promise<number>;
  countProblems(tenantId: string): Promise<number>;
  /** The last to write wins: of two replicas that saw the same person at once, one is enough. */
  save(tenantId: string, sighting: Sighting): Promise<void>;
  remove(tenantId: string, teammateIds: readonly string[]): Promise<void>;
}
