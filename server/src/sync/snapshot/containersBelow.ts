import type { Membership } from '../../ports/repositories/snapshotRepository.ts';

/** These containers and every group below them, however deep; circles end because each is visited once. */
export const containersBelow = (edges: readonly Membership[], containerIds: readonly string[]): ReadonlySet<string> => {
  const nested = Map.groupBy(
    edges.filter(({ memberKind }) => memberKind === 'group'),
    ({ containerId }) => containerId,
  );
  const below = new Set(containerIds);
  for (const id of below) for (const { memberId } of nested.get(id) ?? []) below.add(memberId);
  return below;
};
