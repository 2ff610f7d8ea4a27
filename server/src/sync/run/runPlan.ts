import type { Holding } from '../../domain/plan/guardDepartures.ts';
import type { PlanEntry } from '../../domain/plan/plan.ts';
import type { Decisions, PlannedPerson, PlanSources } from '../plan/planSources.ts';

/** A plan that is counted and guarded, ready to be walked through. */
export interface RunPlan {
  readonly sources: PlanSources;
  readonly decisions: Decisions;
  /** Whose departures wait for an admin. */
  readonly holding: Holding;
  /** Counted already, and it changes nobody: there is no need to walk through it once more. */
  readonly isIdle: boolean;
}

/** A new reason alone is kept too, although no admin would call it a change. */
export const changesSomething = ({ decision }: PlannedPerson): boolean =>
  decision.kind === 'entry' || decision.kind === 'rescoped';

/** A departure that is held becomes a hold. */
export const entryOf = ({ decision, isSuspect }: PlannedPerson, holding: Holding): PlanEntry | null => {
  if (decision.kind !== 'entry') return null;
  const isDeparture = decision.entry.action === 'disable' || decision.entry.action === 'remove';
  const isHeld = holding === 'everybody' || (holding === 'suspects' && isSuspect);
  return isHeld && isDeparture ? { ...decision.entry, action: 'hold' } : decision.entry;
};
