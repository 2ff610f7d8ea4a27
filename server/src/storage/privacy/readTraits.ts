import type { PersonTraits } from '../../domain/privacy/personTraits.ts';
import { findRecords, type PersonPlace } from './findRecords.ts';
import { erasedId, erasedPeople, pseudonymOf } from './erasedPeople.ts';
import { mentioning } from './findMentions.ts';

/**
 * By what the person can be recognised elsewhere: from all that is kept about them, from wherever a name stands beside their
 * id, since administrators need be no teammates, and from what an erasure noted that was cut short.
 */
export const readTraits = async (place: PersonPlace): Promise<PersonTraits> => {
  const names = new Set<string>();
  const addresses = new Set<string>();
  for await (const { documents } of findRecords(place)) {
    for (const document of documents) collect(document, names, addresses);
  }
  await collectNames(place, names);
  const { engine, tenantId, personId } = place;
  const begun = await engine.collection(erasedPeople).get(tenantId, erasedId(tenantId, personId));
  for (const name of begun?.document.names ?? []) names.add(name);
  return { id: personId, names: [...names], addresses: [...addresses], pseudonym: pseudonymOf(tenantId, personId) };
};

/** Names that stand beside the id in what is about something else, former ones too. Reads all of it. */
const collectNames = async ({ engine, tenantId, personId }: PersonPlace, names: Set<string>): Promise<void> => {
  for (const declaration of mentioning) {
    for await (const batch of engine.collection(declaration).scan(tenantId)) {
      for (const { document } of batch)
        // Its own id is no person's, or the person's whose record it is.
        if (declaration.id(document) !== personId) collectNamed(document, personId, names);
    }
  }
};

const collectNamed = (value: unknown, personId: string, names: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return;
  const { id, userId, displayName, name } = value as Fields;
  if ([id, userId].some((one) => typeof one === 'string' && one.toLowerCase() === personId))
    for (const one of [displayName, name]) add(names, one);
  for (const one of Object.values(value)) collectNamed(one, personId, names);
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
