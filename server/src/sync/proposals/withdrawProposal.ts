import { forgetFields } from '../../domain/proposal/proposals.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';

interface Withdrawal {
  readonly tenantId: string;
  readonly teammateId: string;
  readonly field: string;
}

/**
 * Takes back what waits for a field of one's own, or puts away that it was refused; neither being there is fine. It takes
 * turns with decisions: what was taken back is not approved afterwards. Throws RequestError 409 `run-in-progress`.
 */
export const withdrawProposal = (heldDesk: LeasedDesk, { tenantId, teammateId, field }: Withdrawal): Promise<void> =>
  withSyncLease(heldDesk, tenantId, async ({ repositories: { proposals } }) => {
    const { value, revision } = await proposals.get(tenantId, teammateId);
    await proposals.save(tenantId, forgetFields(value, [field]), revision);
  });
