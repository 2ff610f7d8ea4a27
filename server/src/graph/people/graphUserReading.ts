import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { selectedProperties, withoutOmitted, type PeopleReading } from '../../domain/reading/peopleReading.ts';
import { extendedChanges } from './extendedChanges.ts';
import { toChangedAttributes, toDirectoryUser } from './graphUser.ts';

/** How people are asked for and understood, by what a tenant keeps of them. */
export interface UserReading {
  /** `$select` of every listing, change link and single look-up of people: only what is kept. */
  readonly select: string;
  readonly toUser: (raw: unknown) => DirectoryUser;
  readonly toChanges: (raw: Readonly<Record<string, unknown>>) => Partial<DirectoryUser>;
}

export const openUserReading = (reading: PeopleReading): UserReading => {
  const { attributes, omitted } = reading;
  const select = selectedProperties(reading).join(',');
  if (attributes.length + omitted.length === 0)
    return { select, toUser: toDirectoryUser, toChanges: toChangedAttributes };
  const nothing = Object.fromEntries(attributes.map((attribute) => [attribute, null]));
  // A link that is older may tell of more than is asked for by now.
  const left = new Set<string>(omitted);
  const asked = (raw: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(raw).filter(([name]) => !left.has(name)));
  return {
    select,
    toUser: (raw) => ({
      ...withoutOmitted(toDirectoryUser(raw), omitted),
      ...nothing,
      ...extendedChanges(attributes, raw),
    }),
    toChanges: (raw) => ({ ...toChangedAttributes(asked(raw)), ...extendedChanges(attributes, raw) }),
  };
};
