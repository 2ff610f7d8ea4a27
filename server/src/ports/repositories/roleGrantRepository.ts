import type { RoleGrants } from '../../domain/access/roleGrants.ts';
import type { Versioned } from '../versioned.ts';

export interface RoleGrantRepository {
  /** Nobody, with revision 0, until somebody was written down. */
  get(tenantId: string): Promise<Versioned<RoleGrants>>;
  /** `ifRevision` 0 means there must be none yet. Throws StaleRevision. Returns the new revision. */
  save(tenantId: string, grants: RoleGrants, ifRevision: number): Promise<number>;
}
