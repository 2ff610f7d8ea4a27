import type { Clock } from '../../ports/clock.ts';
import type { SnapshotRepository } from '../../ports/repositories/snapshotRepository.ts';
import { openDoubts } from './staging/openDoubts.ts';

interface DoubtDesk {
  readonly snapshots: SnapshotRepository;
  readonly clock: Clock;
}

/** Of these one answer says that they are there and another that they are not: the next sync asks for them once more. */
export const doubtPeople = async (
  { snapshots, clock }: DoubtDesk,
  { tenantId, snapshotId }: { readonly tenantId: string; readonly snapshotId: string },
  ids: readonly string[],
): Promise<void> => {
  const head = await snapshots.getHead(tenantId, snapshotId);
  if (head === null || ids.length === 0) return;
  const since = clock.now().toISOString();
  const draft = openDoubts(head.doubts ?? []);
  draft.doubt(ids.map((id) => ({ kind: 'user', told: 'gone', id, since })));
  await snapshots.saveHead(tenantId, { ...head, ...draft.doubted() });
};
