import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';

export type TeammateBadge = 'active' | 'disabled' | 'removed' | 'outOfScope' | 'held' | 'kept';

type Facts = Pick<TeammateSummary, 'status' | 'isInScope' | 'departure'>;

/**
 * What to say about a teammate, the status first. That somebody disabled or removed is out of scope goes without saying,
 * and so it does for somebody held or kept.
 */
export function teammateBadges({ status, isInScope, departure }: Facts): readonly TeammateBadge[] {
  if (departure !== null && status !== 'removed') return [status, departure];
  return status === 'active' && !isInScope ? [status, 'outOfScope'] : [status];
}

export const badgeColor = {
  active: 'success',
  disabled: 'danger',
  removed: 'danger',
  outOfScope: 'warning',
  held: 'warning',
  kept: 'informative',
} as const satisfies Record<TeammateBadge, string>;
