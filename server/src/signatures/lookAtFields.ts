import type { ManagerProfile } from '../domain/supplement/supplement.ts';
import type { Teammate } from '../domain/teammate/teammate.ts';
import type { Repositories } from '../ports/repositories.ts';

type LookedAtRepositories = Pick<Repositories, 'teammates' | 'supplements'>;

export interface PersonWithManager {
  readonly teammate: Teammate;
  readonly manager: ManagerProfile | null;
}

/** Answers come within a second or two however large the tenant is. */
const most = 5000;
const pageSize = 500;

export interface LookedAt {
  readonly people: readonly PersonWithManager[];
  /** Whether this is not the last of those that are looked at, and yet the last that is. */
  readonly isCut: boolean;
}

/** Active teammates by name with their managers, in pages, and no more than can be looked at while somebody waits. */
export async function* lookAtFields(repositories: LookedAtRepositories, tenantId: string): AsyncGenerator<LookedAt> {
  let cursor: string | null | undefined;
  for (let seen = 0; seen < most && cursor !== null;) {
    const window = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const page = await repositories.teammates.page(tenantId, { ...window, status: 'active' });
    cursor = page.cursor;
    seen += page.items.length;
    yield { people: await withManagers(repositories, tenantId, page.items), isCut: seen >= most && cursor !== null };
  }
}

const withManagers = async (
  { teammates, supplements }: LookedAtRepositories,
  tenantId: string,
  people: readonly Teammate[],
): Promise<readonly PersonWithManager[]> => {
  const found = await supplements.getMany(
    tenantId,
    people.map(({ id }) => id),
  );
  const managerOf = new Map(found.map(({ teammateId, managerId }) => [teammateId, managerId]));
  const ids = [...new Set(managerOf.values())].filter((id) => id !== null);
  const [kept, own] = await Promise.all([supplements.getManagers(tenantId, ids), teammates.getMany(tenantId, ids)]);
  const profiles = new Map<string, ManagerProfile>([
    ...own.map(({ id, profile }) => [id, profile] as const),
    ...kept.map((profile) => [profile.id, profile] as const),
    // Somebody active is known best from their own profile.
    ...own.filter(({ status }) => status === 'active').map(({ id, profile }) => [id, profile] as const),
  ]);
  return people.map((teammate) => {
    const managerId = managerOf.get(teammate.id) ?? null;
    return { teammate, manager: managerId === null ? null : (profiles.get(managerId) ?? null) };
  });
};
