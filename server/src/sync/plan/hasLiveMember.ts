import type { Membership } from '../../ports/repositories/snapshotRepository.ts';
import type { PlanSources } from './planSources.ts';

/**
 * Whether anybody or anything is in this container today. A snapshot that is kept current also holds memberships of
 * people in the recycle bin and of groups that are gone, because whoever comes back is a member again; they count for
 * nobody here, so that a refresh sees an empty group where a reading from the beginning does.
 */
export const hasLiveMember = async (sources: PlanSources, containerId: string): Promise<boolean> => {
  const { repositories, tenantId, snapshot } = sources;
  for await (const batch of repositories.snapshots.scanContainer(tenantId, snapshot.head.id, containerId)) {
    if (hasLiveGroup(sources, batch) || (await hasLivePerson(sources, batch))) return true;
  }
  return false;
};

const hasLiveGroup = ({ snapshot }: PlanSources, members: readonly Membership[]): boolean => {
  const gone = new Set(snapshot.head.tasks.filter((task) => task.gone).map(({ key }) => key));
  return members.some(({ memberKind, memberId }) => memberKind === 'group' && !gone.has(`members:${memberId}`));
};

/** Who could not be read is there all the same. */
const hasLivePerson = async (
  { repositories, tenantId, snapshot }: PlanSources,
  members: readonly Membership[],
): Promise<boolean> => {
  const ids = members.filter(({ memberKind }) => memberKind === 'user').map(({ memberId }) => memberId);
  const unreadable = new Set(snapshot.head.unreadable?.map(({ id }) => id));
  if (ids.some((id) => unreadable.has(id))) return true;
  return (await repositories.snapshots.getPeople(tenantId, snapshot.head.id, ids)).length > 0;
};
