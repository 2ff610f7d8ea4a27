import { DEMO_EXTENSIONS, withExtensions } from './demoExtensions.ts';
import type { DirectorySeed, DirectoryUser, Organization } from '../directory/model.ts';
import { accountOf, CEO_NAME, makeDemoPeople } from './demoAccounts.ts';
import type { DemoAccounts } from './demoAccounts.ts';
import { DOMAIN, INITIAL_DOMAIN, OFFICES, TEAMS, TENANT_ID } from './company.ts';
import { makeDemoGroups, makeDemoUnits } from './demoGroups.ts';
import { makePeople, makePerson } from './people.ts';
import { stableId } from './stableId.ts';

export const DEMO_ORGANIZATION: Organization = {
  id: TENANT_ID,
  displayName: 'Lindenhof Group',
  city: 'Amsterdam',
  countryLetterCode: 'NL',
  postalCode: '1082 ME',
  street: 'Gustav Mahlerlaan 312',
  preferredLanguage: 'nl',
  createdDateTime: '2015-01-12T09:00:00Z',
  verifiedDomains: [
    { name: DOMAIN, isDefault: true, isInitial: false },
    { name: INITIAL_DOMAIN, isDefault: false, isInitial: true },
  ],
};

/** About 250 people of an invented bilingual company. The same on every machine. */
export function makeDemoDirectory(): DirectorySeed & { accounts: DemoAccounts } {
  const { users: cast, accounts, roles } = makeDemoPeople();
  const heads = makeHeads();
  const taken = new Set([...cast, ...heads].map(({ mailNickname }) => mailNickname ?? ''));
  const staff = [...cast, ...makePeople(220, taken)];
  const users = [
    ...heads,
    ...staff.map((user, at) => withExtensions(withManager(user, heads), at)),
    ...makeGuests(),
    makeAgent(),
    makeDeleted(),
  ];
  const groups = makeDemoGroups(users);
  const units = makeDemoUnits(users, groups);
  const seed = {
    ...{ organization: DEMO_ORGANIZATION, extensions: DEMO_EXTENSIONS },
    ...{ users, groups, units, roles, accounts },
  };
  const designer = heads.find(({ displayName }) => displayName === DESIGNER);
  const auditor = heads.find(({ displayName }) => displayName === AUDITOR);
  if (!designer || !auditor) return seed;
  return {
    ...seed,
    appRoles: { [designer.id]: ['Undersign.Designer'], [auditor.id]: ['Undersign.Auditor'] },
    accounts: {
      ...accounts,
      designer: accountOf(designer, 'Signature administrator of Undersign: makes and assigns signatures'),
      auditor: accountOf(auditor, 'Auditor of Undersign: sees everything, changes nothing'),
    },
  };
}

/** Head of marketing, who has the product's own role for signatures. */
const DESIGNER = 'Saskia Mulder';
/** Head of finance, who has the product's own role of an auditor. */
const AUDITOR = 'Ruud Kuiper';

const HEADS = [
  'Joost|van der Linden',
  'Saskia|Mulder',
  'Ewan|MacLeod',
  'Inês|Brandão',
  'Ruud|Kuiper',
  'Philippa|Ashworth',
  'Bart|Claeys',
  'Nadia|El Amrani',
];

/** The CEO, then the head of every team. */
function makeHeads(): DirectoryUser[] {
  const [office, team] = [OFFICES[0], TEAMS[7]];
  if (!office || !team) return [];
  const ceo = makePerson({ given: 'Margriet', family: 'van der Linden', title: 'CEO', team, office, number: 10 });
  if (ceo.userPrincipalName !== CEO_NAME) throw new Error(`The CEO is called ${ceo.userPrincipalName}`);
  const heads = TEAMS.map((ofTeam, at): DirectoryUser => {
    const [given = '', family = ''] = (HEADS[at] ?? '').split('|');
    const person = makePerson({
      given,
      family,
      title: ofTeam.head,
      team: ofTeam,
      office: OFFICES[at % OFFICES.length] ?? office,
      number: 11 + at,
    });
    return { ...person, managerId: ceo.id, photo: person.id };
  });
  return [{ ...ceo, photo: ceo.id }, ...heads];
}

function withManager(user: DirectoryUser, heads: readonly DirectoryUser[]): DirectoryUser {
  const head = heads.find(({ department, jobTitle }) => department === user.department && jobTitle !== 'CEO');
  return head ? { ...user, managerId: head.id } : user;
}

function makeGuests(): DirectoryUser[] {
  const guests = [
    'Tomás Herrera|tomas@herrera-partners.example',
    'Lucía Vidal|lucia.vidal@fabrikam.example',
    "Seán O'Dowd|sean@odowd.example",
  ];
  const more = Array.from({ length: 9 }, (_, at) => `Partner ${at + 1}|partner${at + 1}@contoso.example`);
  return [...guests, ...more].map((guest) => {
    const [displayName = '', mail = ''] = guest.split('|');
    const userPrincipalName = `${mail.replace('@', '_')}#EXT#@${INITIAL_DOMAIN}`;
    return {
      id: stableId(`user/${userPrincipalName}`),
      userPrincipalName,
      displayName,
      mail,
      accountEnabled: true,
      userType: 'Guest',
      creationType: 'Invitation',
      externalUserState: 'Accepted',
      otherMails: [mail],
      createdDateTime: '2024-09-16T13:20:00Z',
    };
  });
}

/** An AI agent with an account of its own, as one works beside people: it signs no mail unless it is let in. */
function makeAgent(): DirectoryUser {
  const mailNickname = 'meeting.agent';
  const address = `${mailNickname}@${DOMAIN}`;
  return {
    id: stableId(`user/${address}`),
    userPrincipalName: address,
    mail: address,
    mailNickname,
    displayName: 'Meeting Agent',
    jobTitle: 'Plans meetings',
    isAgent: true,
    accountEnabled: true,
    userType: 'Member',
    createdDateTime: '2026-02-02T09:00:00Z',
  };
}

/** Somebody already in the recycle bin: a first delta round may well begin with a removal. */
function makeDeleted(): DirectoryUser {
  const [office, team] = [OFFICES[1], TEAMS[0]];
  if (!office || !team) throw new RangeError('There is no second office');
  const person = makePerson({ given: 'Otto', family: 'Weggegaan', title: 'Account Manager', team, office, number: 19 });
  return { ...person, deletedDateTime: '2026-08-01T12:00:00Z' };
}
