import type { Selection } from '../../domain/scope/selection.ts';
import type { SnapshotHead, SnapshotRepository } from '../../ports/repositories/snapshotRepository.ts';
import { listingsWithStrangers } from '../plan/planWarnings.ts';
import { containersBelow } from './containersBelow.ts';

interface Readings {
  readonly snapshots: SnapshotRepository;
  readonly tenantId: string;
  readonly selection: Selection;
  readonly head: SnapshotHead;
  /** The reading of the last sync; null before the first. */
  readonly readBefore: () => Promise<string | null>;
}

/**
 * Somebody in an excluded group of whom not even the id can be read may be anybody whom it keeps out. Whoever was in that
 * group, or in one inside it, at the last sync stays there until all of it can be read. Done twice it does the same.
 */
export const keepExcludedMembers = async ({
  snapshots,
  tenantId,
  selection,
  head,
  readBefore,
}: Readings): Promise<void> => {
  const strange = listingsWithStrangers(head);
  if (strange.length === 0) return;
  const before = await readBefore();
  if (before === null || before === head.id) return;
  const nested = [
    ...(await snapshots.groupMemberships(tenantId, head.id)),
    ...(await snapshots.groupMemberships(tenantId, before)),
  ];
  const roots = selection.excludedGroups.map(({ id }) => id);
  const excluded = containersBelow(nested, roots);
  const read = new Set(head.tasks.map(({ key }) => key));
  const unsure = containersBelow(
    nested,
    strange.filter((id) => excluded.has(id)),
  );
  for (const id of unsure) {
    if (!strange.includes(id) && read.has(`members:${id}`)) continue;
    for await (const members of snapshots.scanContainer(tenantId, before, id))
      await snapshots.saveMemberships(tenantId, head.id, members);
  }
};
