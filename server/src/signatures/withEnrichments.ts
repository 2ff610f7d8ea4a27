import type { ManagerProfile } from '../domain/enrichment/enrichment.ts';
import type { Teammate } from '../domain/teammate/teammate.ts';
import type { Repositories } from '../ports/repositories.ts';

export interface EnrichedPerson {
  readonly teammate: Teammate;
  readonly manager: ManagerProfile | null;
  /** Null: nobody has looked yet. */
  readonly hasPhoto: boolean | null;
}

/** The same people with their managers and whether they have a photo, in a few questions for all of them. */
export const withEnrichments = async (
  { teammates, enrichments }: Pick<Repositories, 'teammates' | 'enrichments'>,
  tenantId: string,
  people: readonly Teammate[],
): Promise<readonly EnrichedPerson[]> => {
  const found = await enrichments.getMany(
    tenantId,
    people.map(({ id }) => id),
  );
  const enrichmentOf = new Map(found.map((enrichment) => [enrichment.teammateId, enrichment]));
  const ids = [...new Set(found.map(({ managerId }) => managerId))].filter((id) => id !== null);
  const [kept, own] = await Promise.all([enrichments.getManagers(tenantId, ids), teammates.getMany(tenantId, ids)]);
  const profiles = new Map<string, ManagerProfile>([
    ...own.map(({ id, profile }) => [id, profile] as const),
    ...kept.map((profile) => [profile.id, profile] as const),
    // Somebody active is known best from their own profile.
    ...own.filter(({ status }) => status === 'active').map(({ id, profile }) => [id, profile] as const),
  ]);
  return people.map((teammate) => {
    const enrichment = enrichmentOf.get(teammate.id);
    const managerId = enrichment?.managerId ?? null;
    return {
      teammate,
      manager: managerId === null ? null : (profiles.get(managerId) ?? null),
      hasPhoto: enrichment === undefined ? null : (enrichment.photo?.hash ?? null) !== null,
    };
  });
};
