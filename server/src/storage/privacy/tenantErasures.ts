import type { TenantErasure } from '../../ports/repositories/tenantErasureRepository.ts';
import type { CollectionDeclaration } from '../collection.ts';

/** Tenants of which everything is being erased; kept under `systemTenant`, so that it ends although a process is killed. */
export const tenantErasures: CollectionDeclaration<TenantErasure> = {
  name: 'tenantErasures',
  id: (erasure) => erasure.tenantId,
  keys: {},
};
