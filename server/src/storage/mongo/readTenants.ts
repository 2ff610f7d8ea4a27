import { compareKeys } from '../compareKeys.ts';
import { afterTenant } from './layout.ts';
import type { DocumentCollection } from './models.ts';

/** Jumps from tenant to tenant along the ids instead of reading every document. */
export const readTenants = async (collection: DocumentCollection): Promise<readonly string[]> => {
  const tenants: string[] = [];
  let from = '';
  for (;;) {
    const next = { _id: { $gte: from }, _revision: { $gt: 0 } };
    const [found] = await collection
      .find(next, { projection: { _tenant: 1 } })
      .sort({ _id: 1 })
      .limit(1)
      .toArray();
    if (found === undefined) return tenants.sort(compareKeys);
    const tenant = String(found['_tenant']);
    tenants.push(tenant);
    from = afterTenant(tenant);
  }
};
