import type { Directory } from '../../../../simulator/directory/directory.ts';
import type { DirectoryUser as SimulatedUser } from '../../../../simulator/directory/model.ts';
import { profileAttributes } from '../../../src/domain/directory/directoryUser.ts';
import type { Selection } from '../../../src/domain/scope/selection.ts';

export type Profile = Readonly<Record<string, unknown>>;

/**
 * A second opinion on who should be an active teammate, with which profile: no pages, no plan, no store, only sets.
 * Written without a look at the product's own way of doing it.
 */
export const expectedTeammates = (directory: Directory, selection: Selection): ReadonlyMap<string, Profile> => {
  const excluded = coveredBy(directory, { people: selection.excludedPeople, groups: selection.excludedGroups });
  const wanted = new Set([...coveredBy(directory, selection), ...coveredByUnits(directory, selection.units)]);
  const people = [...directory.users.live()].filter(
    (user) => (selection.everyone || wanted.has(user.id)) && !excluded.has(user.id) && passes(user, selection.filters),
  );
  return new Map(
    people.map((user) => [
      user.id,
      { ...profileOf(user, selection.omitted), ...extendedOf(user, selection.attributes ?? []) },
    ]),
  );
};

const coveredBy = (
  directory: Directory,
  { people, groups }: Pick<Selection, 'people' | 'groups'>,
): ReadonlySet<string> =>
  new Set([...people.map(({ id }) => id), ...groups.flatMap(({ id }) => [...peopleBelow(directory, id)])]);

const coveredByUnits = (directory: Directory, units: Selection['units']): readonly string[] =>
  units
    .filter(({ id }) => directory.units.findLive(id) !== undefined)
    .flatMap(({ id, includeGroups }) =>
      [...directory.unitMembers.of(id)].flatMap((member) => {
        if (directory.kindOf(member) === 'user') return [member];
        return includeGroups ? [...peopleBelow(directory, member)] : [];
      }),
    );

const peopleBelow = (directory: Directory, root: string): ReadonlySet<string> => {
  const people = new Set<string>();
  const seen = new Set<string>();
  const visit = (groupId: string): void => {
    if (seen.has(groupId) || directory.groups.findLive(groupId) === undefined) return;
    seen.add(groupId);
    for (const member of directory.groupMembers.of(groupId)) {
      if (directory.kindOf(member) === 'group') visit(member);
      else people.add(member);
    }
  };
  visit(root);
  return people;
};

const passes = (user: SimulatedUser, filters: Selection['filters']): boolean => {
  const isGuest = user.userType === 'Guest';
  const mail = user.mail ?? null;
  const domain = (mail ?? user.userPrincipalName).split('@').at(-1) ?? '';
  return [
    user.isAgent !== true || filters.withAgents === true,
    user.accountEnabled || !filters.enabledAccountsOnly,
    filters.guests === 'include' || isGuest === (filters.guests === 'only'),
    mail !== null || !filters.withMailboxOnly,
    filters.domains.length === 0 || filters.domains.includes(domain.toLowerCase()),
  ].every(Boolean);
};

/** What somebody has in the attributes asked for; blank ones are left out. */
const extendedOf = (user: SimulatedUser, asked: readonly string[]): Profile => {
  const other = (user.proxyAddresses ?? []).filter((address) => address.startsWith('smtp:')).sort();
  const all: Profile = {
    ...user.onPremisesExtensionAttributes,
    ...user.employeeOrgData,
    otherMailAddresses: other.map((address) => address.replace('smtp:', '')).join(', '),
  };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => asked.includes(name) && Boolean(value)));
};

const standIns: Readonly<Record<string, unknown>> = { userType: 'Member', businessPhones: [] };

export const profileOf = (user: SimulatedUser, omitted: readonly string[] = []): Profile => ({
  id: user.id,
  ...(user.isAgent === true ? { isAgent: true } : {}),
  ...(omitted.length > 0 ? { omitted } : {}),
  ...Object.fromEntries(
    profileAttributes.map((name) => [name, (omitted.includes(name) ? null : user[name]) ?? standIns[name] ?? null]),
  ),
});
