import { nameOf, type DirectoryUser } from '../directory/directoryUser.ts';
import type { ScopeVerdict } from '../scope/scopeReason.ts';
import type { SyncSettings } from '../settings/syncSettings.ts';
import { removalDue } from '../teammate/removalDue.ts';
import type { Teammate } from '../teammate/teammate.ts';
import { diffProfile } from './diffProfile.ts';
import type { PlanAction, PlanEntry } from './plan.ts';

/** What is known about one person when the plan comes to them; at least one of the two is there. */
export interface PersonFacts {
  readonly id: string;
  readonly person: DirectoryUser | null;
  readonly teammate: Teammate | null;
  readonly verdict: ScopeVerdict;
  readonly settings: SyncSettings;
  readonly now: Date;
  /** Plan held departures anew: an admin looks at them, or has agreed to them. */
  readonly includesHeld: boolean;
}

export type Decision =
  /** Neither kept nor in scope: no business of ours. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unchanged' }
  /**
   * Nothing an admin would call a change, but the reason why this person is in (or out) is a new one, or something of them is
   * not kept any more.
   */
  | { readonly kind: 'rescoped'; readonly verdict: ScopeVerdict }
  | { readonly kind: 'entry'; readonly entry: PlanEntry };

/** Decides what a sync does to one person. Departures come out as `disable`; the guard may turn them into `hold`. */
export const planPerson = (facts: PersonFacts): Decision => {
  const action = actionFor(facts);
  if (action === 'outside') return { kind: 'outside' };
  const changes = facts.person === null ? [] : diffProfile(facts.teammate?.profile ?? null, facts.person);
  if (action === 'keep' && !isUpdated(facts, changes)) {
    return isSameVerdict(facts) ? { kind: 'unchanged' } : { kind: 'rescoped', verdict: facts.verdict };
  }
  return { kind: 'entry', entry: entryFor(facts, action === 'keep' ? 'update' : action, changes) };
};

/** Active people are kept current, whether or not they are in scope; the profile of a disabled one rests. */
const isUpdated = ({ teammate }: PersonFacts, changes: PlanEntry['changes']): boolean =>
  changes.length > 0 && teammate?.status === 'active';

const actionFor = (facts: PersonFacts): PlanAction | 'keep' | 'outside' => {
  const { teammate, verdict } = facts;
  if (teammate === null) return verdict.inScope ? 'add' : 'outside';
  if (verdict.inScope) return teammate.status === 'active' ? 'keep' : 'enable';
  const isOpen = teammate.departure === null || (facts.includesHeld && teammate.departure.state === 'held');
  return isOpen ? departureOf({ ...teammate, departure: null }, facts) : 'keep';
};

/** What happens to a teammate who is out of scope and about whom no admin has to decide, or decided. */
const departureOf = (teammate: Teammate, { settings, now }: PersonFacts): PlanAction | 'keep' => {
  if (teammate.status === 'active') return settings.autoDisable ? 'disable' : 'keep';
  const due = removalDue(teammate, settings);
  return due !== null && due <= now ? 'remove' : 'keep';
};

/** Back in scope, nobody has to decide about a departure any more, so that is forgotten as well. */
const isSameVerdict = ({ teammate, verdict }: PersonFacts): boolean =>
  JSON.stringify(teammate?.scope) === JSON.stringify(verdict) &&
  ((teammate?.departure ?? null) === null || !verdict.inScope);

const entryFor = (facts: PersonFacts, action: PlanAction, changes: PlanEntry['changes']): PlanEntry => ({
  action,
  teammateId: facts.id,
  displayName: displayNameOf(facts),
  changes,
  scope: facts.verdict,
  profile: facts.person,
});

const displayNameOf = ({ id, person, teammate }: PersonFacts): string => {
  const profile = person ?? teammate?.profile ?? null;
  return profile === null ? id : nameOf(profile);
};
