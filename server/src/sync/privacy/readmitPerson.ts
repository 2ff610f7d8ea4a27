import { RequestError } from '../../domain/errors.ts';
import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import { membershipsIn } from '../snapshot/membershipsIn.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';

interface ReadmitDesk extends LeasedDesk {
  readonly directory: DirectoryReader;
}

/**
 * Lets somebody in again who was erased: the next sync looks at them as at anybody new. Throws RequestError 404 where
 * nothing keeps them out.
 */
export const readmitPerson = (heldDesk: ReadmitDesk, tenantId: string, personId: string): Promise<void> =>
  withSyncLease(heldDesk, tenantId, async ({ repositories, directory }) => {
    const { personalData, checkpoints, snapshots } = repositories;
    if (!(await personalData.readmit(tenantId, personId)))
      throw new RequestError(404, 'not-found', 'Nobody with this id was erased.');
    const checkpoint = await checkpoints.get(tenantId);
    const head = checkpoint && (await snapshots.getHead(tenantId, checkpoint.snapshotId));
    // Never synced, or about to be read as a whole: then they are read with everybody else.
    if (!head) return;
    await snapshots.markDirty(tenantId, head.id, [personId]);
    await snapshots.saveMemberships(tenantId, head.id, await membershipsIn(head, directory, personId));
    await snapshots.savePeople(tenantId, head.id, (await directory.readUsers([personId])).people);
  });
