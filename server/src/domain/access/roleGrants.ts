/** The highest first: who holds several counts as the first of them. */
export const grantedRoles = ['admin', 'designer', 'auditor'] as const;
export type GrantedRole = (typeof grantedRoles)[number];

interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
}

/** A role that somebody was given here, besides what Entra gives. */
export interface RoleGrant {
  readonly person: NamedPerson;
  readonly role: GrantedRole;
  readonly by: NamedPerson;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Somebody whose token said, when they were last here, that Entra makes them one. */
export interface EntraRole {
  readonly person: NamedPerson;
  readonly role: GrantedRole;
  readonly seenOn: string;
}

/** Who may manage a tenant besides those whom Entra names. */
export interface RoleGrants {
  readonly grants: readonly RoleGrant[];
  /** Newest first. Entra tells us about those alone who come in. */
  readonly throughEntra: readonly EntraRole[];
}

export const noRoleGrants: RoleGrants = { grants: [], throughEntra: [] };

/** More belong into a group that has the app role. */
export const mostGrants = 500;
const mostSeen = 100;
/** Whoever was not here for so long may have lost the role in Entra meanwhile. */
const believedFor = 30 * 24 * 60 * 60_000;

export const grantedRole = ({ grants }: RoleGrants, personId: string): GrantedRole | null =>
  grants.find(({ person }) => person.id === personId)?.role ?? null;

/** Whether somebody else may still manage once this person may not. */
export const hasAnotherAdmin = (kept: RoleGrants, personId: string, now: Date): boolean => {
  const believed = new Date(now.getTime() - believedFor).toISOString().slice(0, 10);
  return (
    kept.grants.some(({ person, role }) => role === 'admin' && person.id !== personId) ||
    // They stay one, whatever is revoked here.
    kept.throughEntra.some(({ role, seenOn }) => role === 'admin' && seenOn >= believed)
  );
};

/** The same where they have the role already. In the order of names. */
export const withGrant = (kept: RoleGrants, grant: RoleGrant): RoleGrants => {
  if (grantedRole(kept, grant.person.id) === grant.role) return kept;
  const grants = [...kept.grants.filter(({ person }) => person.id !== grant.person.id), grant];
  return { ...kept, grants: grants.sort((left, right) => compare(left.person, right.person)) };
};

export const withoutGrant = (kept: RoleGrants, personId: string): RoleGrants => ({
  ...kept,
  grants: kept.grants.filter(({ person }) => person.id !== personId),
});

/** The same where this is known already: whoever comes in ten times a day is written down once. */
export const withEntraRole = (kept: RoleGrants, seen: EntraRole): RoleGrants => {
  const known = kept.throughEntra.find(({ person }) => person.id === seen.person.id);
  if (known?.seenOn === seen.seenOn && known.role === seen.role) return kept;
  const others = kept.throughEntra.filter(({ person }) => person.id !== seen.person.id);
  return { ...kept, throughEntra: [seen, ...others].slice(0, mostSeen) };
};

const compare = (left: NamedPerson, right: NamedPerson): number =>
  left.displayName.localeCompare(right.displayName, 'en') || (left.id < right.id ? -1 : 1);
