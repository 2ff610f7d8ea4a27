import { compareKeys } from '../../keys/compareKeys.ts';
import { afterTenant } from '../layout.ts';
import type { DocumentModel } from '../models.ts';
import { idIndex } from '../schemas/indexNames.ts';

/** Jumps from tenant to tenant along the ids instead of reading every document. */
export const readTenants = async (model: DocumentModel): Promise<readonly string[]> => {
  const tenants: string[] = [];
  let from = '';
  for (;;) {
    const next = { _id: { $gte: from }, _revision: { $gt: 0 } };
    const [found] = await model.find(next).select({ _tenant: 1 }).sort({ _id: 1 }).hint(idIndex).limit(1).lean();
    if (found === undefined) return tenants.sort(compareKeys);
    const tenant = String(found['_tenant']);
    tenants.push(tenant);
    from = afterTenant(tenant);
  }
};
