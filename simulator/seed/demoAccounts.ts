import type { DirectoryUser } from '../directory/model.ts';
import { DOMAIN, INITIAL_DOMAIN, OFFICES, ROLES, TEAMS } from './company.ts';
import { makePerson } from './people.ts';
import { stableId } from './stableId.ts';

export interface DemoAccount {
  id: string;
  userPrincipalName: string;
  displayName: string;
  /** What the account picker says about it. */
  note: string;
}

type AccountName = 'globalAdmin' | 'roleAdmin' | 'reader' | 'teammate' | 'dutch' | 'disabled' | 'noMailbox';
/** With a role of the product itself, in the demo company; a generated directory has none. */
type RoleHolder = 'designer' | 'auditor';
export type DemoAccounts = Record<AccountName, DemoAccount> & Partial<Record<RoleHolder, DemoAccount>>;

interface Cast {
  given: string;
  family: string;
  title: string;
  team: number;
  office: number;
  note: string;
  roles?: readonly string[];
}

const CAST: Record<Exclude<AccountName, 'noMailbox'>, Cast> = {
  globalAdmin: {
    given: 'Anna',
    family: 'Vermeer',
    title: 'IT Manager',
    team: 7,
    office: 0,
    note: 'Global Administrator',
    roles: [ROLES.globalAdministrator],
  },
  roleAdmin: {
    given: 'Idris',
    family: 'Bello',
    title: 'Security Engineer',
    team: 2,
    office: 3,
    note: 'Privileged Role Administrator',
    roles: [ROLES.privilegedRoleAdministrator],
  },
  reader: {
    given: 'Helena',
    family: 'Claes',
    title: 'Internal Auditor',
    team: 4,
    office: 2,
    note: 'Global Reader, not an administrator',
    roles: [ROLES.globalReader],
  },
  teammate: {
    given: 'Grace',
    family: "O'Connor",
    title: 'Senior Account Manager',
    team: 0,
    office: 3,
    note: 'Ordinary user',
  },
  dutch: {
    given: 'Zoë',
    family: "'t Hooft",
    title: 'Communicatieadviseur',
    team: 1,
    office: 0,
    note: 'Ordinary user, Dutch',
  },
  disabled: {
    given: 'Marcel',
    family: 'Dubois',
    title: 'Controller',
    team: 4,
    office: 2,
    note: 'Account is disabled: sign-in is refused',
  },
};

export function makeDemoPeople(): {
  users: DirectoryUser[];
  accounts: DemoAccounts;
  roles: Record<string, readonly string[]>;
} {
  const users: DirectoryUser[] = [];
  const roles: Record<string, readonly string[]> = {};
  const accounts = {} as DemoAccounts;
  for (const [name, cast] of Object.entries(CAST) as [keyof typeof CAST, Cast][]) {
    const user = castMember(cast, users.length + 1);
    if (name === 'disabled') user.accountEnabled = false;
    users.push(user);
    if (cast.roles) roles[user.id] = cast.roles;
    accounts[name] = accountOf(user, cast.note);
  }
  const service = serviceAccount();
  users.push(service);
  accounts.noMailbox = accountOf(service, 'Account without mailbox');
  return { users, accounts, roles };
}

function castMember({ given, family, title, team, office }: Cast, number: number) {
  const [ofTeam, ofOffice] = [TEAMS[team], OFFICES[office]];
  if (!ofTeam || !ofOffice) throw new RangeError(`No team ${team} or office ${office}`);
  const person = makePerson({ given, family, title, team: ofTeam, office: ofOffice, number });
  person.photo = person.id;
  return person;
}

function serviceAccount(): DirectoryUser {
  return {
    id: stableId('user/kiosk'),
    userPrincipalName: `kiosk.reception@${INITIAL_DOMAIN}`,
    displayName: 'Kiosk Receptie',
    accountEnabled: true,
    userType: 'Member',
    usageLocation: 'NL',
    createdDateTime: '2021-03-01T09:00:00Z',
  };
}

export function accountOf({ id, userPrincipalName, displayName }: DirectoryUser, note: string): DemoAccount {
  return { id, userPrincipalName, displayName, note };
}

export const CEO_NAME = `margriet.vanderlinden@${DOMAIN}`;
