import type { DirectoryUser } from '../directory/directoryUser.ts';
import type { ScopeVerdict } from '../scope/scopeReason.ts';
import type { Teammate } from '../teammate/teammate.ts';
import { diffProfile } from './diffProfile.ts';
import type { PlanAction, PlanEntry } from './plan.ts';

/** What is known about one person when the plan comes to them; at least one of the two is there. */
export interface PersonFacts {
  readonly id: string;
  readonly person: DirectoryUser | null;
  readonly teammate: Teammate | null;
  readonly verdict: ScopeVerdict;
}

export type Decision =
  /** Neither kept nor in scope: no business of ours. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unchanged' }
  /** Nothing an admin would call a change, but the reason why this person is in (or out) is a new one. */
  | { readonly kind: 'rescoped'; readonly verdict: ScopeVerdict }
  | { readonly kind: 'entry'; readonly entry: PlanEntry };

/** Decides what a sync does to one person. Departures come out as `disable`; the guard may turn them into `hold`. */
export const planPerson = (facts: PersonFacts): Decision => {
  const action = actionFor(facts);
  if (action === 'outside') return { kind: 'outside' };
  const changes = facts.person === null ? [] : diffProfile(facts.teammate?.profile ?? null, facts.person);
  if (action === 'keep' && (changes.length === 0 || !facts.verdict.inScope)) {
    return isSameVerdict(facts) ? { kind: 'unchanged' } : { kind: 'rescoped', verdict: facts.verdict };
  }
  return { kind: 'entry', entry: entryFor(facts, action === 'keep' ? 'update' : action, changes) };
};

const actionFor = ({ teammate, verdict }: PersonFacts): PlanAction | 'keep' | 'outside' => {
  if (teammate === null) return verdict.inScope ? 'add' : 'outside';
  if (verdict.inScope) return teammate.status === 'active' ? 'keep' : 'enable';
  return teammate.status === 'active' ? 'disable' : 'keep';
};

const isSameVerdict = ({ teammate, verdict }: PersonFacts): boolean =>
  JSON.stringify(teammate?.scope) === JSON.stringify(verdict);

const entryFor = (facts: PersonFacts, action: PlanAction, changes: PlanEntry['changes']): PlanEntry => ({
  action,
  teammateId: facts.id,
  displayName: nameOf(facts.person ?? facts.teammate?.profile ?? null) ?? facts.id,
  changes,
  scope: facts.verdict,
  profile: facts.person,
});

const nameOf = (person: DirectoryUser | null): string | null =>
  person === null ? null : (person.displayName ?? person.userPrincipalName);
