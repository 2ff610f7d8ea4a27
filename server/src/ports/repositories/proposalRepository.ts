import type { Proposals } from '../../domain/proposal/proposals.ts';
import type { PageOf, PageRequest } from '../pages/pages.ts';
import type { Versioned } from '../versioned.ts';

/** What teammates have proposed. Removing or purging a teammate forgets it with them. */
export interface ProposalRepository {
  /** None, with revision 0, until somebody proposes something. */
  get(tenantId: string, teammateId: string): Promise<Versioned<Proposals>>;
  /** Keeps nothing where nothing waits and nothing was refused. Throws StaleRevision. */
  save(tenantId: string, proposals: Proposals, ifRevision: number): Promise<void>;
  /** People of whom something waits, those first who have waited longest. */
  page(tenantId: string, request: PageRequest): Promise<PageOf<Proposals>>;
  /** People of whom something waits. */
  count(tenantId: string): Promise<number>;
  /** Those of everybody, in batches. */
  scan(tenantId: string): AsyncIterable<readonly Versioned<Proposals>[]>;
  remove(tenantId: string, teammateIds: readonly string[]): Promise<void>;
}
