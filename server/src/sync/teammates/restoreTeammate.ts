import { RequestError } from '../../domain/errors.ts';
import { restorableUntil } from '../../domain/teammate/removalDue.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';

/**
 * Undoes a removal: the teammate is disabled again, with overrides intact, and the days until removal start anew.
 * Throws RequestError 404 when there is no such teammate, 409 `not-removed` when there is nothing to undo, and 409
 * `restore-expired` after the days in which it can be undone, when the person is about to be forgotten.
 */
export const restoreTeammate = (heldDesk: LeasedDesk, tenantId: string, id: string): Promise<Teammate> =>
  withSyncLease(heldDesk, tenantId, async (desk) => {
    const teammate = await desk.repositories.teammates.get(tenantId, id);
    if (teammate === null) throw new RequestError(404, 'not-found', 'There is no such teammate.');
    if (teammate.status !== 'removed') {
      throw new RequestError(409, 'not-removed', 'This teammate is not removed, so there is nothing to undo.');
    }
    const now = desk.clock.now();
    if ((restorableUntil(teammate) ?? now) <= now) {
      throw new RequestError(409, 'restore-expired', 'This removal is too long ago to be undone.');
    }
    const at = now.toISOString();
    const restored: Teammate = { ...teammate, status: 'disabled', removedAt: null, disabledAt: at, updatedAt: at };
    await desk.repositories.teammates.save(tenantId, [restored]);
    return restored;
  });
