import type { DirectorySeed, DirectoryUser } from '../directory/model.ts';
import { OFFICES, TEAMS } from './company.ts';
import { DEMO_ORGANIZATION } from './demoDirectory.ts';
import { makeDemoPeople } from './demoAccounts.ts';
import type { DemoAccounts } from './demoAccounts.ts';
import { DUTCH, ENGLISH } from './names.ts';
import { makePerson, stableMember, weighted } from './people.ts';
import { stableRandom } from './stableId.ts';

export interface DirectorySize {
  users: number;
  groups?: number;
  units?: number;
  seed?: number;
}

/** A directory of any size for benchmarks; the demo accounts are in it, so everything can be signed in to. */
export function generateDirectory(size: DirectorySize): DirectorySeed & { accounts: DemoAccounts } {
  const { users: wanted, groups = Math.ceil(wanted / 50), units = Math.ceil(wanted / 2000), seed = 1 } = size;
  const { users: cast, accounts, roles } = makeDemoPeople();
  const random = stableRandom(seed);
  const users: DirectoryUser[] = cast.slice(0, wanted);
  while (users.length < wanted) users.push(makeUser(users, random, seed));
  return {
    organization: DEMO_ORGANIZATION,
    users,
    groups: Array.from({ length: groups }, (_, at) => ({
      id: numberedId('b', seed, at),
      displayName: `Group ${at + 1}`,
      groupTypes: [],
      mailEnabled: false,
      securityEnabled: true,
      // A few large ones, many small ones, as everywhere.
      memberIds: someIds(users, random, groupSize(at, wanted)),
    })),
    units: Array.from({ length: units }, (_, at) => ({
      id: numberedId('c', seed, at),
      displayName: `Unit ${at + 1}`,
      memberIds: slice(users, at, units),
    })),
    accounts,
    roles,
  };
}

function makeUser(users: readonly DirectoryUser[], random: () => number, seed: number): DirectoryUser {
  const number = users.length;
  const office = weighted(OFFICES, random());
  const team = weighted(TEAMS, random());
  const pool = office.language === 'en-GB' ? ENGLISH : DUTCH;
  const [given, family] = [stableMember(pool.given, random()), stableMember(pool.family, random())];
  const person = makePerson({ given, family, team, office, title: stableMember(team.titles, random()), number });
  const name = person.userPrincipalName.replace('@', `.${number}@`);
  const managerId = users[Math.floor(random() * Math.ceil(number / 8))]?.id;
  return {
    ...person,
    id: numberedId('a', seed, number),
    userPrincipalName: name,
    mail: name,
    accountEnabled: number % 40 !== 7,
    ...(managerId !== undefined && { managerId }),
    ...(number % 3 === 0 && { photo: name }),
  };
}

/** Cheaper than a hash: at 100,000 users ids are most of the work. */
function numberedId(kind: string, seed: number, number: number): string {
  const tail = (number * 2_654_435_761) % 4_294_967_296;
  return `${kind}${seed.toString(16).padStart(7, '0')}-0000-4000-8000-${number.toString(16).padStart(4, '0').slice(-4)}${tail.toString(16).padStart(8, '0')}`;
}

function groupSize(at: number, users: number): number {
  return Math.max(1, Math.floor(users / (at + 2)));
}

function someIds(users: readonly DirectoryUser[], random: () => number, count: number): string[] {
  const ids = new Set<string>();
  const start = Math.floor(random() * users.length);
  for (let at = 0; at < Math.min(count, users.length); at += 1) ids.add(users[(start + at) % users.length]?.id ?? '');
  return [...ids];
}

function slice(users: readonly DirectoryUser[], at: number, of: number): string[] {
  const size = Math.ceil(users.length / of);
  return users.slice(at * size, (at + 1) * size).map(({ id }) => id);
}
