import type { ManagerProfile } from '../../domain/enrichment/enrichment.ts';
import type { Repositories } from '../../ports/repositories.ts';

/**
 * To whom a teammate reports, from our own data: an active teammate as they are now, anybody else as the enrichment pass saw
 * them last. Null when nobody is known.
 */
export const findManager = async (
  { enrichments, teammates }: Pick<Repositories, 'enrichments' | 'teammates'>,
  tenantId: string,
  teammateId: string,
): Promise<ManagerProfile | null> => {
  const managerId = (await enrichments.get(tenantId, teammateId))?.managerId ?? null;
  if (managerId === null) return null;
  const teammate = await teammates.get(tenantId, managerId);
  if (teammate?.status === 'active') return teammate.profile;
  const [kept] = await enrichments.getManagers(tenantId, [managerId]);
  return kept ?? teammate?.profile ?? null;
};
