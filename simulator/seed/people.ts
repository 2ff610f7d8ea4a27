import type { DirectoryUser } from '../directory/model.ts';
import type { Office, Team } from './company.ts';
import { COMPANY, DOMAIN, OFFICES, TEAMS } from './company.ts';
import { DUTCH, ENGLISH } from './names.ts';
import { stableId, stableRandom } from './stableId.ts';

type Draft = { -readonly [K in keyof DirectoryUser]: DirectoryUser[K] };

export interface PersonFacts {
  given: string;
  family: string;
  team: Team;
  office: Office;
  title: string;
  number: number;
}

export function stableMember<T>(items: readonly T[], random: number): T {
  const item = items[Math.floor(random * items.length)];
  if (item === undefined) throw new RangeError('Nothing to choose from');
  return item;
}

export function weighted<T extends { weight: number }>(items: readonly T[], random: number): T {
  let rest = random * items.reduce((sum, { weight }) => sum + weight, 0);
  for (const item of items) {
    rest -= item.weight;
    if (rest < 0) return item;
  }
  return stableMember(items, 0);
}

/** `Zoë 't Hooft` becomes zoe.thooft: the mail address has none of the letters the name has. */
function mailName(given: string, family: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replaceAll(/[øØ]/g, 'o')
      .replaceAll(/[łŁ]/g, 'l')
      .replaceAll('ı', 'i')
      .replaceAll(/[^A-Za-z-]/g, '')
      .toLowerCase();
  return `${plain(given)}.${plain(family)}`;
}

export function makePerson({ given, family, team, office, title, number }: PersonFacts): Draft {
  const local = mailName(given, family);
  const name = `${local}@${DOMAIN}`;
  return {
    id: stableId(`user/${name}`),
    userPrincipalName: name,
    displayName: `${given} ${family}`,
    givenName: given,
    surname: family,
    accountEnabled: true,
    userType: 'Member',
    mail: name,
    mailNickname: local,
    jobTitle: title,
    department: team.department,
    companyName: COMPANY,
    officeLocation: office.name,
    streetAddress: office.street,
    city: office.city,
    state: office.state,
    postalCode: office.postalCode,
    country: office.country,
    usageLocation: office.usage,
    preferredLanguage: office.language,
    businessPhones: [`${office.phone}${lastDigits(office, 1000 + ((number * 37) % 9000))}`],
    mobilePhone: `${office.mobile}${lastDigits(office, number)}`,
    employeeId: String(10_000 + number),
    employeeType: 'Employee',
    createdDateTime: `20${15 + (number % 11)}-0${1 + (number % 9)}-1${number % 10}T08:30:00Z`,
  };
}

/** British numbers reserved for fiction leave three digits, the others have four. */
function lastDigits({ usage }: Office, number: number): string {
  const digits = usage === 'GB' ? 3 : 4;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** People with names nobody else has, spread over teams and offices; the first of a team leads it. */
export function makePeople(count: number, taken: ReadonlySet<string>): Draft[] {
  const random = stableRandom(20_260_801);
  const names = new Set(taken);
  const people: Draft[] = [];
  while (people.length < count) {
    const office = weighted(OFFICES, random());
    const pool = office.language === 'en-GB' ? ENGLISH : DUTCH;
    const given = stableMember(pool.given, random());
    const family = stableMember(pool.family, random());
    const team = weighted(TEAMS, random());
    const title = stableMember(team.titles, random());
    const key = mailName(given, family);
    if (names.has(key)) continue;
    names.add(key);
    people.push(
      withGaps(makePerson({ given, family, team, office, title, number: people.length + 20 }), people.length),
    );
  }
  return people;
}

/** The gaps a real directory has: every rule hits some people and never all. */
const GAPS: readonly { every: number; from: number; make: (person: Draft, at: number) => void }[] = [
  { every: 7, from: 2, make: (person) => delete person.mobilePhone },
  { every: 11, from: 5, make: (person) => (person.businessPhones = []) },
  { every: 17, from: 3, make: (person) => delete person.department },
  { every: 19, from: 4, make: (person) => (person.jobTitle = null) },
  { every: 23, from: 6, make: (person) => (person.accountEnabled = false) },
  { every: 13, from: 0, make: (person) => (person.faxNumber = '+31 20 555 0199') },
  { every: 4, from: 1, make: (person, at) => (person.onPremisesExtensionAttributes = pronouns(at)) },
  { every: 29, from: 8, make: loseMailbox },
];

function withGaps(person: Draft, at: number): Draft {
  if (at % 3 !== 0) person.photo = person.id;
  for (const { every, from, make } of GAPS) if (at % every === from) make(person, at);
  return person;
}

/** A cloud account without a licence: no mailbox, so no mail and no photo. */
function loseMailbox(person: Draft): void {
  delete person.mail;
  delete person.photo;
}

function pronouns(at: number) {
  return { extensionAttribute1: PRONOUNS[at % PRONOUNS.length] ?? null };
}

const PRONOUNS = ['zij/haar', 'he/him', 'they/them'];
