import type { TeammateCounts } from '../../contract/people/teammates.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { TeammateFilter } from '../../ports/repositories/teammateRepository.ts';

/** How many teammates of a tenant match the words, by status and by view; everybody where there are none. */
export const countTeammates = async (
  { teammates }: Pick<Repositories, 'teammates'>,
  tenantId: string,
  search: string | undefined,
): Promise<TeammateCounts> => {
  const count = (filter: TeammateFilter): Promise<number | null> =>
    teammates.countMatching(tenantId, { ...filter, ...(search === undefined ? {} : { search }) });
  const certain = async (filter: TeammateFilter): Promise<number> => (await count(filter)) ?? 0;
  const [active, disabled, removed, noPhone, noPhoto, incomplete, overridden, held, outOfScope] = await Promise.all([
    certain({ status: 'active' }),
    certain({ status: 'disabled' }),
    certain({ status: 'removed' }),
    certain({ view: 'noPhone' }),
    count({ view: 'noPhoto' }),
    certain({ view: 'incomplete' }),
    certain({ view: 'overridden' }),
    certain({ view: 'held' }),
    certain({ view: 'outOfScope' }),
  ]);
  return { active, disabled, removed, noPhone, noPhoto, incomplete, overridden, held, outOfScope };
};
