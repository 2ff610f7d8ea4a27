import { RequestError } from '../../domain/errors.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { asAsked } from '../../domain/fields/overrides/hidden.ts';
import { applyOverrides, readOverride } from '../../domain/fields/overrides/overrides.ts';
import { findWaiting, forgetFields, refuse, type Proposal } from '../../domain/proposal/proposals.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';

export interface ProposalDecision {
  readonly tenantId: string;
  readonly teammateId: string;
  readonly field: string;
  /** What the admin saw waiting. */
  readonly value: string;
  readonly decision: 'approve' | 'refuse';
  /** Told to the teammate with a refusal. */
  readonly reason: string;
  readonly by: string;
}

/**
 * Lets what a teammate proposed count, or tells them that it will not. The value is set before the proposal goes: killed
 * in between, it waits as before and is approved again. Throws RequestError 404 `proposal-gone` where it was decided or
 * taken back, 409 `proposal-changed` where something else waits by now, 409 `proposal-blocked` where the value can be set
 * no more, and 409 `run-in-progress` during a sync.
 */
export const decideProposal = (heldDesk: LeasedDesk, order: ProposalDecision): Promise<void> =>
  withSyncLease(heldDesk, order.tenantId, async (desk) => {
    const { tenantId, teammateId, field, by, reason } = order;
    const { proposals } = desk.repositories;
    const { value: before, revision } = await proposals.get(tenantId, teammateId);
    const waiting = findWaiting(before, field);
    if (waiting === null) throw gone();
    if (waiting.value !== order.value) throw changed();
    if (order.decision === 'refuse') {
      const at = desk.clock.now().toISOString();
      return proposals.save(tenantId, refuse(before, { ...waiting, at, by, reason }), revision);
    }
    await setApproved(desk, order, waiting);
    return proposals.save(tenantId, forgetFields(before, [field]), revision);
  });

/** The teammate set it, when they did; an admin only let it count. */
const setApproved = async (
  { repositories, clock }: LeasedDesk,
  { tenantId, teammateId, field, by }: ProposalDecision,
  { value }: Proposal,
): Promise<void> => {
  const teammate = await repositories.teammates.get(tenantId, teammateId);
  if (teammate === null || teammate.status === 'removed') throw gone();
  const { value: settings } = await repositories.fieldSettings.get(tenantId);
  if (!('value' in readOverride(field, asAsked(value) ?? '', { settings, setter: 'admin' }))) throw blocked();
  const stamp = { by: nameOf(teammate.profile), at: clock.now().toISOString(), approvedBy: by };
  await repositories.teammates.save(tenantId, [applyOverrides(teammate, { [field]: value }, stamp)]);
};

const gone = (): RequestError =>
  new RequestError(404, 'proposal-gone', 'This was decided or taken back meanwhile. Look at the list again.');

const changed = (): RequestError =>
  new RequestError(
    409,
    'proposal-changed',
    'The person proposes something else by now. Look at it, then decide about that.',
  );

const blocked = (): RequestError =>
  new RequestError(
    409,
    'proposal-blocked',
    'This field can no longer be set by hand, or holds something else now. Refuse it, or allow it on the page Smart fields.',
  );
