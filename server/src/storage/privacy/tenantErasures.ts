import type { CollectionDeclaration } from '../collection.ts';

export interface TenantErasure {
  readonly tenantId: string;
  readonly at: string;
}

/** Tenants of which everything is being erased; kept under `systemTenant`, so that it ends although a process is killed. */
export const tenantErasures: CollectionDeclaration<TenantErasure> = {
  name: 'tenantErasures',
  id: (erasure) => erasure.tenantId,
  keys: {},
};
