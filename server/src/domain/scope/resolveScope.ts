import type { DirectoryUser } from '../directory/directoryUser.ts';
import type { ScopeContext } from './scopeContext.ts';
import type { InclusionReason, OmissionReason, ScopeVerdict } from './scopeReason.ts';
import type { ScopeFilters } from './selection.ts';

/** A directory user with the containers they are a direct member of. */
export interface Candidate {
  readonly id: string;
  /** Null when the directory has nobody with this id any more. */
  readonly person: DirectoryUser | null;
  readonly containerIds: readonly string[];
}

/**
 * Decides for one person whether the selection covers them, and says why. Exclusions win over picks, filters come
 * last. Pure: the same values always give the same verdict.
 */
export const resolveScope = (context: ScopeContext, candidate: Candidate): ScopeVerdict => {
  const reasons = inclusionReasons(context, candidate);
  const omission = omissionReason(context, candidate, reasons);
  return omission === null ? { inScope: true, reasons } : { inScope: false, omission, despite: reasons };
};

const inclusionReasons = (context: ScopeContext, candidate: Candidate): readonly InclusionReason[] => {
  const reasons: InclusionReason[] = [];
  if (context.selection.everyone) reasons.push({ kind: 'everyone' });
  if (context.pickedPeople.has(candidate.id)) reasons.push({ kind: 'person' });
  for (const containerId of candidate.containerIds) reasons.push(...(context.included.get(containerId) ?? []));
  return reasons;
};

const omissionReason = (
  context: ScopeContext,
  candidate: Candidate,
  reasons: readonly InclusionReason[],
): OmissionReason | null => {
  if (candidate.person === null) return { kind: 'notInDirectory' };
  if (reasons.length === 0) return { kind: 'notPicked' };
  if (context.excludedPeople.has(candidate.id)) return { kind: 'excludedPerson' };
  for (const containerId of candidate.containerIds) {
    const chain = context.excluded.get(containerId);
    if (chain !== undefined) return { kind: 'excludedGroup', chain };
  }
  return filteredOut(context.selection.filters, candidate.person);
};

const filteredOut = (filters: ScopeFilters, person: DirectoryUser): OmissionReason | null =>
  filteredOutByAccount(filters, person) ?? filteredOutByMail(filters, person);

const filteredOutByAccount = (filters: ScopeFilters, person: DirectoryUser): OmissionReason | null => {
  const isGuest = person.userType === 'Guest';
  if (person.isAgent === true && filters.withAgents !== true) return { kind: 'agent' };
  if (filters.enabledAccountsOnly && !person.accountEnabled) return { kind: 'accountDisabled' };
  if (filters.guests === 'exclude' && isGuest) return { kind: 'guest' };
  return filters.guests === 'only' && !isGuest ? { kind: 'notGuest' } : null;
};

const filteredOutByMail = (filters: ScopeFilters, person: DirectoryUser): OmissionReason | null => {
  if (filters.withMailboxOnly && person.mail === null) return { kind: 'noMailbox' };
  if (filters.domains.length === 0) return null;
  const domain = domainOf(person);
  return filters.domains.includes(domain) ? null : { kind: 'otherDomain', domain };
};

const domainOf = (person: DirectoryUser): string => {
  const address = person.mail ?? person.userPrincipalName;
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
};
