import type { Profile } from '../people/expectedTeammates.ts';
import type { SyncBench } from './syncBench.ts';

/** Who is an active teammate now, with what is kept of their profile, by id. */
export const activeTeammates = async ({ repositories, tenantId }: SyncBench): Promise<ReadonlyMap<string, Profile>> => {
  const found = new Map<string, Profile>();
  for await (const batch of repositories.teammates.scan(tenantId))
    for (const { id, status, profile } of batch) if (status === 'active') found.set(id, { ...profile });
  return found;
};
