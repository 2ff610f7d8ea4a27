import { profileAttributes, type DirectoryUser } from '../../../domain/directory/directoryUser.ts';

/** The fields of a document that is kept in a shorter form. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * A person as a list: the values of what everybody has, by place, then by name what only some have. Names would be longer
 * than what they name. Null stands for what is usual: no value, an account in use, a member, no phone.
 */
export type PackedPerson = readonly unknown[];

/** What people have most often comes first, because the end of a list is left out. Stands in databases: it never changes. */
const places = [
  'userPrincipalName',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'jobTitle',
  'department',
  'companyName',
  'officeLocation',
  'businessPhones',
  'mobilePhone',
  'preferredLanguage',
  'country',
  'city',
  'streetAddress',
  'postalCode',
  'state',
  'employeeId',
  'faxNumber',
  'userType',
  'accountEnabled',
] as const satisfies readonly (typeof profileAttributes)[number][];

const everybodyHas: ReadonlySet<string> = new Set(['id', ...places]);

/** As most people are; whoever lacks an attribute that everybody has is as these. */
const usual: Fields = {
  ...Object.fromEntries(profileAttributes.map((attribute) => [attribute, null])),
  accountEnabled: true,
  userType: 'Member',
  businessPhones: [],
};

const isUsual = (name: string, value: unknown): boolean =>
  value === usual[name] || (name === 'businessPhones' && Array.isArray(value) && value.length === 0);

export const packPerson = (person: DirectoryUser, id: string): PackedPerson => {
  const list: unknown[] = places.map((name) => (isUsual(name, person[name]) ? null : person[name]));
  const others = othersOf(person, id);
  if (others !== null) return [...list, others];
  while (list.at(-1) === null) list.pop();
  return list;
};

const othersOf = (person: DirectoryUser, id: string): Fields | null => {
  let others: Record<string, unknown> | null = null;
  for (const name in person) {
    if (!everybodyHas.has(name)) (others ??= {})[name] = Reflect.get(person, name);
  }
  return person.id === id ? others : { ...others, id: person.id };
};

export const unpackPerson = (list: PackedPerson, id: string): Fields => {
  const person: Record<string, unknown> = { ...usual, id };
  places.forEach((name, place) => {
    const value = list[place] ?? null;
    if (value !== null) person[name] = value;
  });
  return list.length > places.length ? { ...person, ...(list[places.length] as Fields) } : person;
};

/** As it was until migration 4, with names: read for good, and written while a server of that time is about. */
export const packNamed = (person: DirectoryUser, id: string): Fields => {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(person)) {
    const isLeftOut = name in usual ? isUsual(name, value) : name === 'id' && value === id;
    if (!isLeftOut) kept[name] = value;
  }
  return kept;
};

export const unpackNamed = (stored: Fields, id: string): Fields => ({ ...usual, id, ...stored });
