import type { Decision } from './planPerson.ts';
import { noCounts, type PlanCounts } from './plan.ts';
import type { ScopeVerdict } from '../scope/scopeReason.ts';

/** Adds decisions up, one by one, so that a plan of any size is counted in constant memory. */
export const planCounter = () => {
  const counts = { ...noCounts };
  return {
    add(decision: Decision, verdict: ScopeVerdict): void {
      if (verdict.inScope) counts.inScope += 1;
      else if (verdict.despite.length > 0) counts.leftOut += 1;
      if (decision.kind === 'entry') counts[decision.entry.action] += 1;
      else if (decision.kind !== 'outside') counts.unchanged += 1;
    },
    counts: (): PlanCounts => ({ ...counts }),
  };
};
