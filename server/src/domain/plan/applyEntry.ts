import { lastKnownAfter } from '../fields/lastKnown.ts';
import type { ScopeVerdict } from '../scope/scopeReason.ts';
import type { Departure, Teammate } from '../teammate/teammate.ts';
import type { PlanEntry } from './plan.ts';

export interface Stamp {
  readonly runId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The teammate as it is after the entry. A held departure keeps the person where they are, marked for a decision. */
export const applyEntry = (entry: PlanEntry, teammate: Teammate | null, stamp: Stamp): Teammate | null => {
  const profile = entry.profile ?? teammate?.profile;
  if (profile === undefined || (teammate === null && entry.action === 'hold')) return teammate;
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
    updatedAt: updatedAfter(entry, teammate, stamp),
    departure: departureAfter(entry, teammate, stamp),
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
    case 'hold':
      return standing(teammate);
    default:
      return { status: 'active', disabledAt: null, removedAt: null };
  }
};

const standing = (teammate: Teammate | null): Pick<Teammate, 'status' | 'disabledAt' | 'removedAt'> => ({
  status: teammate?.status ?? 'active',
  disabledAt: teammate?.disabledAt ?? null,
  removedAt: teammate?.removedAt ?? null,
});

/** News of somebody who is out of scope decides nothing: a departure waits on, or stays discarded, until they come back. */
const departureAfter = ({ action, scope }: PlanEntry, teammate: Teammate | null, stamp: Stamp): Departure | null => {
  if (action === 'hold') return { state: 'held', runId: stamp.runId, at: stamp.at };
  return action === 'update' && !scope.inScope ? (teammate?.departure ?? null) : null;
};

/** To be asked about is no change of the person. */
const updatedAfter = ({ action, changes }: PlanEntry, teammate: Teammate | null, { at }: Stamp): string =>
  action === 'hold' && changes.length === 0 ? (teammate?.updatedAt ?? at) : at;

/** The same teammate with today's reason for being in or out of scope. */
export const applyVerdict = (teammate: Teammate, verdict: ScopeVerdict, runId: string): Teammate => ({
  ...teammate,
  scope: verdict,
  departure: verdict.inScope ? null : teammate.departure,
  lastRunId: runId,
});
