import { readManager, type KnownManager, type ManagerRules } from '../domain/fields/readManager.ts';
import type { Teammate } from '../domain/teammate/teammate.ts';
import type { Repositories } from '../ports/repositories.ts';

export interface EnrichedPerson {
  readonly teammate: Teammate;
  readonly manager: KnownManager | null;
  /** Null: nobody has looked yet. */
  readonly hasPhoto: boolean | null;
}

interface People {
  readonly tenantId: string;
  readonly people: readonly Teammate[];
}

/** The same people with their managers and whether they have a photo, in a few questions for all of them. */
export const withEnrichments = async (
  { teammates, enrichments }: Pick<Repositories, 'teammates' | 'enrichments'>,
  { tenantId, people }: People,
  rules: ManagerRules,
): Promise<readonly EnrichedPerson[]> => {
  const found = await enrichments.getMany(
    tenantId,
    people.map(({ id }) => id),
  );
  const enrichmentOf = new Map(found.map((enrichment) => [enrichment.teammateId, enrichment]));
  const ids = [...new Set(found.map(({ managerId }) => managerId))].filter((id) => id !== null);
  const [kept, own] = await Promise.all([enrichments.getManagers(tenantId, ids), teammates.getMany(tenantId, ids)]);
  const teammateOf = new Map(own.map((manager) => [manager.id, manager]));
  const keptOf = new Map(kept.map((profile) => [profile.id, profile]));
  const profiles = new Map(
    ids.map((id) => [id, readManager({ teammate: teammateOf.get(id) ?? null, kept: keptOf.get(id) ?? null }, rules)]),
  );
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
