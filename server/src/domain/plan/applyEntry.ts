import type { ScopeVerdict } from '../scope/scopeReason.ts';
import type { Teammate } from '../teammate/teammate.ts';
import type { PlanEntry } from './plan.ts';

export interface Stamp {
  readonly runId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The teammate as it is after the entry. A held departure changes nothing: the person stays as they were. */
export const applyEntry = (entry: PlanEntry, teammate: Teammate | null, stamp: Stamp): Teammate | null => {
  if (entry.action === 'hold') return teammate;
  const profile = entry.profile ?? teammate?.profile;
  if (profile === undefined) return teammate;
  const { overrides, addedAt } = teammate ?? { overrides: {}, addedAt: stamp.at };
  const after = { id: entry.teammateId, profile, overrides, addedAt, scope: entry.scope, updatedAt: stamp.at };
  return entry.action === 'disable'
    ? { ...after, status: 'disabled', disabledAt: stamp.at, lastRunId: stamp.runId }
    : { ...after, status: 'active', disabledAt: null, lastRunId: stamp.runId };
};

/** The same teammate with today's reason for being in or out of scope. */
export const applyVerdict = (teammate: Teammate, verdict: ScopeVerdict, runId: string): Teammate => ({
  ...teammate,
  scope: verdict,
  lastRunId: runId,
});
