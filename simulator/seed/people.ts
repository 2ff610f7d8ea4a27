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
export function mailName(given: string, family: string): string {
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
  const tail = String(1000 + ((number * 37) % 9000));
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
    businessPhones: [`${office.phone}${tail}`],
    mobilePhone: mobileNumber(office, number),
    employeeId: String(10_000 + number),
    employeeType: 'Employee',
    createdDateTime: `20${15 + (number % 11)}-0${1 + (number % 9)}-1${number % 10}T08:30:00Z`,
  };
}

/** British numbers reserved for fiction leave three digits, the others have four. */
function mobileNumber({ mobile, usage }: Office, number: number): string {
  const digits = usage === 'GB' ? 3 : 4;
  return `${mobile}${String(number % 10 ** digits).padStart(digits, '0')}`;
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
function withGaps(person: Draft, at: number): Draft {
  if (at % 3 !== 0) person.photo = person.id;
  if (at % 7 === 2) delete person.mobilePhone;
  if (at % 11 === 5) person.businessPhones = [];
  if (at % 17 === 3) delete person.department;
  if (at % 19 === 4) person.jobTitle = null;
  if (at % 23 === 6) person.accountEnabled = false;
  if (at % 29 === 8) {
    // A cloud account without a licence: no mailbox, so no mail.
    delete person.mail;
    delete person.photo;
  }
  if (at % 4 === 1) person.onPremisesExtensionAttributes = { extensionAttribute1: PRONOUNS[at % 3] ?? null };
  if (at % 13 === 0) person.faxNumber = '+31 20 555 0199';
  return person;
}

const PRONOUNS = ['zij/haar', 'he/him', 'they/them'];
