import type { ReadTask } from '../../../ports/repositories/snapshotRepository.ts';
import { addMembers } from './addMembers.ts';
import type { Change, Replay, ToldMember } from './replay.ts';

/** So many memberships are remembered; whatever is told after that, listings alone say. */
const mostRemembered = 5000;

/** Remembers who was told to join or leave a container, whether or not it is one of ours: it may turn out to be. */
export const rememberMembers = (
  { toldMembers }: Replay,
  { id: containerId, added, removed }: Change<'containerChanged'>,
): void => {
  const remember = (memberId: string, told: Partial<ToldMember>): void => {
    const key = `${containerId}/${memberId}`;
    const before = toldMembers.get(key);
    if (before === undefined && toldMembers.size >= mostRemembered) return;
    toldMembers.set(key, { containerId, memberId, joined: null, hasLeft: false, ...before, ...told });
  };
  for (const member of added) remember(member.id, { joined: member });
  for (const memberId of removed) remember(memberId, { hasLeft: true });
};

/**
 * A listing that is begun because of changes may be behind them, as when a new group is filled and then put into one of ours.
 * So what this run was told of these containers is laid over what their listings brought; where it was told both that somebody
 * joined and that they left, the listing counts.
 */
export const layToldOver = async (replay: Replay, listed: readonly ReadTask[]): Promise<void> => {
  const told = Map.groupBy(replay.toldMembers.values(), ({ containerId }) => `members:${containerId}`);
  for (const task of listed) {
    const members = told.get(task.key);
    if (members !== undefined && !task.gone && task.unreadable !== true) await layOver(replay, task, members);
  }
};

const layOver = async (replay: Replay, task: ReadTask, told: readonly ToldMember[]): Promise<void> => {
  const { staging } = replay;
  const missing = await missingFrom(replay, task, told);
  if (missing.length > 0) await addMembers(replay, task, missing);
  const left = told.flatMap(({ memberId, joined, hasLeft }) => (hasLeft && joined === null ? [memberId] : []));
  await staging.removeMembers(task, left);
  await staging.saveHead();
};

/** Those who only joined and are not in what was listed. */
const missingFrom = async ({ place, staging }: Replay, { source }: ReadTask, told: readonly ToldMember[]) => {
  const joined = told.flatMap(({ joined: member, hasLeft }) => (member === null || hasLeft ? [] : [member]));
  if (source.kind !== 'members' || joined.length === 0) return [];
  const { container, id: containerId } = source;
  const held = await place.snapshots.hasMemberships(
    place.tenantId,
    staging.head().id,
    joined.map(({ id: memberId, kind: memberKind }) => ({ container, containerId, memberId, memberKind })),
  );
  return joined.filter((_member, at) => held[at] !== true);
};
