import { readManager, type KnownManager, type ManagerRules } from '../../domain/fields/readManager.ts';
import type { Repositories } from '../../ports/repositories.ts';

interface Managed {
  readonly tenantId: string;
  /** Null: nobody is their manager, or nobody looked yet. */
  readonly managerId: string | null;
}

/** To whom somebody reports, from our own data; null where nobody is known. */
export const findManager = async (
  { enrichments, teammates }: Pick<Repositories, 'enrichments' | 'teammates'>,
  { tenantId, managerId }: Managed,
  rules: ManagerRules,
): Promise<KnownManager | null> => {
  if (managerId === null) return null;
  const teammate = await teammates.get(tenantId, managerId);
  const isKept = teammate?.status !== 'active';
  const [kept = null] = isKept ? await enrichments.getManagers(tenantId, [managerId]) : [];
  return readManager({ teammate, kept }, rules);
};
