import type { ManagerProfile } from '../domain/supplement/supplement.ts';
import type { Teammate } from '../domain/teammate/teammate.ts';
import type { Repositories } from '../ports/repositories.ts';

export interface SupplementedPerson {
  readonly teammate: Teammate;
  readonly manager: ManagerProfile | null;
  /** Null: nobody has looked yet. */
  readonly hasPhoto: boolean | null;
}

/** The same people with their managers and whether they have a photo, in a few questions for all of them. */
export const withSupplements = async (
  { teammates, supplements }: Pick<Repositories, 'teammates' | 'supplements'>,
  tenantId: string,
  people: readonly Teammate[],
): Promise<readonly SupplementedPerson[]> => {
  const found = await supplements.getMany(
    tenantId,
    people.map(({ id }) => id),
  );
  const supplementOf = new Map(found.map((supplement) => [supplement.teammateId, supplement]));
  const ids = [...new Set(found.map(({ managerId }) => managerId))].filter((id) => id !== null);
  const [kept, own] = await Promise.all([supplements.getManagers(tenantId, ids), teammates.getMany(tenantId, ids)]);
  const profiles = new Map<string, ManagerProfile>([
    ...own.map(({ id, profile }) => [id, profile] as const),
    ...kept.map((profile) => [profile.id, profile] as const),
    // Somebody active is known best from their own profile.
    ...own.filter(({ status }) => status === 'active').map(({ id, profile }) => [id, profile] as const),
  ]);
  return people.map((teammate) => {
    const supplement = supplementOf.get(teammate.id);
    const managerId = supplement?.managerId ?? null;
    return {
      teammate,
      manager: managerId === null ? null : (profiles.get(managerId) ?? null),
      hasPhoto: supplement === undefined ? null : (supplement.photo?.hash ?? null) !== null,
    };
  });
};
