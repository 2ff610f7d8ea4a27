import type { DirectoryGroup, DirectoryUnit, DirectoryUser } from '../directory/model.ts';
import { DOMAIN, OFFICES, TEAMS } from './company.ts';
import { stableId } from './stableId.ts';

type SeedGroup = DirectoryGroup & { memberIds: readonly string[] };
type SeedUnit = DirectoryUnit & { memberIds: readonly string[] };
type Choose = (user: DirectoryUser) => boolean;

const UNIFIED = ['Unified'];

export function makeDemoGroups(users: readonly DirectoryUser[]): SeedGroup[] {
  const ids = (choose: Choose) => users.filter(choose).map(({ id }) => id);
  return [...makeRegions(ids), ...makeTeams(ids), ...makeCycle(users), ...makeOthers(ids)];
}

type IdsOf = (choose: Choose) => string[];

/** Three levels: Lindenhof Group > Benelux > Nederland > Office Amsterdam. */
function makeRegions(ids: IdsOf): SeedGroup[] {
  const offices = OFFICES.map(({ name, city }) =>
    group(
      `Office ${city}`,
      ids((user) => user.officeLocation === name),
    ),
  );
  const inTown = (town: string) => offices.filter(({ displayName }) => displayName.endsWith(town)).map(({ id }) => id);
  const netherlands = group('Nederland', [...inTown('Amsterdam'), ...inTown('Utrecht')]);
  const benelux = group('Benelux', [netherlands.id, ...inTown('Gent')]);
  const britain = group('United Kingdom', [...inTown('London'), ...inTown('Manchester')]);
  const description = 'Iedereen / everyone, through the regions';
  return [
    ...offices,
    netherlands,
    benelux,
    britain,
    group('Lindenhof Group', [benelux.id, britain.id], { description }),
  ];
}

const TEAM_GROUP = { groupTypes: UNIFIED, mailEnabled: true, securityEnabled: false };

function makeTeams(ids: IdsOf): SeedGroup[] {
  const inTeam = (department: string) => ids((user) => user.department === department);
  return TEAMS.map(({ department }) => group(`Team ${department}`, inTeam(department), TEAM_GROUP));
}

function makeOthers(ids: IdsOf): SeedGroup[] {
  const board = ids(({ jobTitle }) => /^(Chief|CEO|General Counsel)/.test(jobTitle ?? ''));
  const council = ids(({ employeeId }) => Number(employeeId) % 37 === 4);
  const staff = ids(({ userType, accountEnabled }) => userType === 'Member' && accountEnabled);
  const engineers = ids(({ department }) => department === 'Engineering');
  const guests = ids(({ userType }) => userType === 'Guest');
  const pilot = ids(({ employeeId }) => Number(employeeId) % 9 === 1);
  const hidden = {
    ...TEAM_GROUP,
    visibility: 'HiddenMembership',
    description: 'Ondernemingsraad: membership is hidden',
  } as const;
  return [
    group('Board', board),
    group('Works Council', council, hidden),
    dynamic('All engineers', engineers, 'user.department -eq "Engineering"'),
    dynamic('All staff', staff, '(user.userType -eq "Member") and (user.accountEnabled -eq true)'),
    group('External partners', guests),
    group('Signature pilot', pilot),
    group('Empty group', []),
  ];
}

/** Two groups that are in each other: legal in Entra, deadly for careless recursion. */
function makeCycle(users: readonly DirectoryUser[]): SeedGroup[] {
  const [first, second] = ['Project Möbius', 'Project Möbius reviewers'];
  const part = (rest: number) => users.filter(({ employeeId }) => Number(employeeId) % 31 === rest).map(({ id }) => id);
  return [
    group(first ?? '', [...part(2), groupId(second ?? '')]),
    group(second ?? '', [...part(5), groupId(first ?? '')]),
  ];
}

export function makeDemoUnits(users: readonly DirectoryUser[], groups: readonly SeedGroup[]): SeedUnit[] {
  const ids = (choose: Choose) => users.filter(choose).map(({ id }) => id);
  const groupNamed = (name: string) => groups.filter(({ displayName }) => displayName === name).map(({ id }) => id);
  return [
    unit(
      'Nederland',
      ids(({ usageLocation }) => usageLocation === 'NL'),
      { description: 'Medewerkers in Nederland' },
    ),
    unit(
      'België',
      ids(({ usageLocation }) => usageLocation === 'BE'),
      { description: 'Medewerkers in België' },
    ),
    unit(
      'United Kingdom',
      ids(({ usageLocation }) => usageLocation === 'GB'),
      { description: 'Staff in the United Kingdom' },
    ),
    unit(
      'Commercial',
      [...ids(({ department }) => department === 'Sales').slice(0, 12), ...groupNamed('Team Marketing & Communicatie')],
      {
        description: 'Some people and one group: the group does not bring its members',
      },
    ),
    unit(
      'Vertrouwenspersonen',
      ids(({ employeeId }) => Number(employeeId) % 41 === 7),
      {
        visibility: 'HiddenMembership',
        description: 'Hidden membership',
      },
    ),
    unit(
      'Restricted executives',
      ids(({ jobTitle }) => /^(Chief|CEO)/.test(jobTitle ?? '')),
      { isMemberManagementRestricted: true },
    ),
  ];
}

function group(displayName: string, memberIds: readonly string[], more: Partial<DirectoryGroup> = {}): SeedGroup {
  const mailNickname = displayName
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
  return {
    groupTypes: [],
    mailEnabled: false,
    securityEnabled: true,
    createdDateTime: '2022-05-02T10:00:00Z',
    mailNickname,
    ...(more.mailEnabled && { mail: `${mailNickname}@${DOMAIN}` }),
    ...more,
    displayName,
    id: groupId(displayName),
    memberIds,
  };
}

function dynamic(displayName: string, memberIds: readonly string[], membershipRule: string): SeedGroup {
  return group(displayName, memberIds, {
    groupTypes: ['DynamicMembership'],
    membershipRule,
    membershipRuleProcessingState: 'On',
  });
}

function unit(displayName: string, memberIds: readonly string[], more: Partial<DirectoryUnit>): SeedUnit {
  return { ...more, displayName, id: stableId(`unit/${displayName}`), memberIds };
}

function groupId(displayName: string): string {
  return stableId(`group/${displayName}`);
}
