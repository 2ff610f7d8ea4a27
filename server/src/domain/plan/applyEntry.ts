import { lastKnownAfter } from '../fields/lastKnown.ts';
import type { ScopeVerdict } from '../scope/scopeReason.ts';
import type { Teammate } from '../teammate/teammate.ts';
import type { PlanEntry } from './plan.ts';

export interface Stamp {
  readonly runId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The teammate as it is after the entry. A held departure leaves the person as they were, marked for a decision. */
export const applyEntry = (entry: PlanEntry, teammate: Teammate | null, stamp: Stamp): Teammate | null => {
  if (entry.action === 'hold') return teammate === null ? null : holdDeparture(teammate, entry, stamp);
  const profile = entry.profile ?? teammate?.profile;
  if (profile === undefined) return teammate;
  const { overrides, overrideStamps, addedAt } = teammate ?? newcomer(stamp);
  const lastKnown = lastKnownAfter(teammate, profile);
  const after = {
    id: entry.teammateId,
    profile,
    overrides,
    ...(overrideStamps && { overrideStamps }),
    ...(Object.keys(lastKnown).length > 0 && { lastKnown }),
    addedAt,
    scope: entry.scope,
    updatedAt: stamp.at,
    departure: null,
  };
  return { ...after, ...statusAfter(entry.action, teammate, stamp), lastRunId: stamp.runId };
};

const newcomer = ({ at }: Stamp): Pick<Teammate, 'overrides' | 'overrideStamps' | 'addedAt'> => ({
  overrides: {},
  addedAt: at,
});

const statusAfter = (
  action: PlanEntry['action'],
  teammate: Teammate | null,
  stamp: Stamp,
): Pick<Teammate, 'status' | 'disabledAt' | 'removedAt'> => {
  switch (action) {
    case 'disable':
      return { status: 'disabled', disabledAt: stamp.at, removedAt: null };
    case 'remove':
      return { status: 'removed', disabledAt: teammate?.disabledAt ?? stamp.at, removedAt: stamp.at };
    default:
      return { status: 'active', disabledAt: null, removedAt: null };
  }
};

const holdDeparture = (teammate: Teammate, entry: PlanEntry, stamp: Stamp): Teammate => ({
  ...teammate,
  scope: entry.scope,
  departure: { state: 'held', runId: stamp.runId, at: stamp.at },
  lastRunId: stamp.runId,
});

/** The same teammate with today's reason for being in or out of scope. */
export const applyVerdict = (teammate: Teammate, verdict: ScopeVerdict, runId: string): Teammate => ({
  ...teammate,
  scope: verdict,
  departure: verdict.inScope ? null : teammate.departure,
  lastRunId: runId,
});
