import type { CollectionDeclaration } from '../../collection.ts';
import { onlyId } from '../../keys/onlyId.ts';

export interface FirstTenant {
  readonly tenantId: string;
}

/** Who connected first; kept when they disconnect, so that nobody else slips in meanwhile. */
export const firstTenants: CollectionDeclaration<FirstTenant> = { name: 'firstTenants', id: () => onlyId, keys: {} };
