import { setImmediate } from 'node:timers/promises';
import type { Holding } from '../../../domain/plan/guardDepartures.ts';
import type { PlanEntry } from '../../../domain/plan/plan.ts';
import type { Decisions, PlannedPerson, PlanSources } from '../../plan/planSources.ts';

/** A plan that is counted and guarded, ready to be walked through. */
export interface RunPlan {
  /** Whose departures wait for an admin. */
  readonly holding: Holding;
  /** Everybody who changes, one by one in order of id; asked again it starts over. */
  changed(): AsyncIterable<PlannedPerson>;
}

/** A new reason alone is kept too, although no admin would call it a change. */
const changesSomething = ({ decision }: PlannedPerson): boolean =>
  decision.kind === 'entry' || decision.kind === 'rescoped';

/** So many changes are kept from counting them on; more are planned again, because memory must not grow with the tenant. */
const mostRemembered = 5000;

/** Remembers who changes while a plan is counted, so that a small change to many people is planned once. */
export const openChangeMemory = (most = mostRemembered) => {
  let kept: PlannedPerson[] | null = [];
  return {
    add: (planned: PlannedPerson): void => {
      if (kept === null || !changesSomething(planned)) return;
      if (kept.length < most) kept.push(planned);
      else kept = null;
    },
    /** Those who were added, or where they are too many, those who change in the plan once more. */
    changed: (sources: PlanSources, decisions: Decisions): (() => AsyncIterable<PlannedPerson>) => {
      const remembered = kept;
      return remembered === null ? () => whoChanges(sources, decisions) : () => each(remembered);
    },
  };
};

export async function* whoChanges(sources: PlanSources, decisions: Decisions): AsyncGenerator<PlannedPerson> {
  for await (const planned of decisions(sources)) if (changesSomething(planned)) yield planned;
}

/** So many without a pause: others of this thread want to go on, and a run has to say that it lives. */
const stride = 500;

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  for (let start = 0; start < items.length; start += stride) {
    if (start > 0) await setImmediate();
    yield* items.slice(start, start + stride);
  }
}

/** A departure that is held becomes a hold. */
export const entryOf = ({ decision, isSuspect }: PlannedPerson, holding: Holding): PlanEntry | null => {
  if (decision.kind !== 'entry') return null;
  const isDeparture = decision.entry.action === 'disable' || decision.entry.action === 'remove';
  const isHeld = holding === 'everybody' || (holding === 'suspects' && isSuspect);
  return isHeld && isDeparture ? { ...decision.entry, action: 'hold' } : decision.entry;
};
