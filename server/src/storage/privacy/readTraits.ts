import type { PersonTraits } from '../../domain/privacy/personTraits.ts';
import { findRecords, type PersonPlace } from './findRecords.ts';
import { pseudonymOf } from './erasedPeople.ts';

/** By what the person can be recognised elsewhere, from all that is kept about them; from the id alone where nothing is. */
export const readTraits = async (place: PersonPlace): Promise<PersonTraits> => {
  const names = new Set<string>();
  const addresses = new Set<string>();
  for await (const { documents } of findRecords(place)) {
    for (const document of documents) collect(document, names, addresses);
  }
  const { tenantId, personId } = place;
  return { id: personId, names: [...names], addresses: [...addresses], pseudonym: pseudonymOf(tenantId, personId) };
};

/** Only those fields are read that hold the person's own: a membership names a group too. */
const collect = (document: unknown, names: Set<string>, addresses: Set<string>): void => {
  for (const fields of profilesIn(document)) {
    add(names, fields['displayName']);
    add(addresses, fields['mail'], (text) => text.toLowerCase());
    add(addresses, fields['userPrincipalName'], (text) => text.toLowerCase());
  }
};

type Fields = Readonly<Record<string, unknown>>;

const profilesIn = (document: unknown): readonly Fields[] => {
  const { profile, person, entry } = document as Fields;
  const nested = [profile, person, entry, (entry as Fields | undefined)?.['profile'], document];
  return nested.filter((one): one is Fields => typeof one === 'object' && one !== null);
};

const add = (to: Set<string>, value: unknown, write = (text: string): string => text): void => {
  if (typeof value === 'string' && value.trim().length > 1) to.add(write(value));
};
