import { profileAttributes, type DirectoryUser, type OmittedAttribute } from '../directory/directoryUser.ts';
import { isExtended, propertyOf, type ExtendedAttribute } from '../directory/extendedAttributes.ts';

/** What is asked of the directory about people. */
export interface PeopleReading {
  /** Beside what always is, sorted. */
  readonly attributes: readonly ExtendedAttribute[];
  /** What a rule keeps out of every signature: it is not asked for, and nothing of it is kept. */
  readonly omitted: readonly OmittedAttribute[];
}

/** What is asked where no tenant says otherwise. */
export const usualReading: PeopleReading = { attributes: [], omitted: [] };

/**
 * `$select` takes whole properties. Change tracking reports those alone that were selected when its link was opened, so
 * other attributes need another link: https://learn.microsoft.com/graph/delta-query-users
 */
export const selectedProperties = ({ attributes, omitted }: PeopleReading): readonly string[] => {
  const left = new Set<string>(omitted);
  return ['id', ...profileAttributes.filter((name) => !left.has(name)), ...new Set(attributes.map(propertyOf))];
};

const isHeld = (person: DirectoryUser, attribute: OmittedAttribute): boolean => {
  if (isExtended(attribute)) return Object.hasOwn(person, attribute);
  const value = person[attribute];
  return typeof value === 'string' || (value !== null && value.length > 0);
};

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();

/** The person as if these alone had not been asked for; the same object where that is how they were read. */
export const withoutOmitted = (person: DirectoryUser, omitted: readonly OmittedAttribute[]): DirectoryUser => {
  const held = new Set<string>(omitted.filter((attribute) => isHeld(person, attribute)));
  if (held.size === 0 && isSame(person.omitted ?? [], omitted)) return person;
  const entries = Object.entries(person).flatMap(([name, value]) => {
    if (name === 'omitted') return [];
    if (!held.has(name)) return [[name, value]];
    return isExtended(name) ? [] : [[name, name === 'businessPhones' ? [] : null]];
  });
  return { ...(Object.fromEntries(entries) as DirectoryUser), ...(omitted.length > 0 && { omitted }) };
};
