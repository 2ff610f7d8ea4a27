import { profileAttributes, type DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { propertyOf, type ExtendedAttribute } from '../../domain/directory/extendedAttributes.ts';
import { extendedChanges } from './extendedChanges.ts';
import { toChangedAttributes, toDirectoryUser } from './graphUser.ts';

/** How people are asked for and understood, where a tenant keeps these attributes beside those that everybody needs. */
export interface UserReading {
  /** `$select` of every listing, change link and single look-up of people: only what is kept. */
  readonly select: string;
  readonly toUser: (raw: unknown) => DirectoryUser;
  readonly toChanges: (raw: Readonly<Record<string, unknown>>) => Partial<DirectoryUser>;
}

/**
 * `$select` takes whole properties. Change tracking reports those alone that were selected when its link was opened, so
 * other attributes need another link: https://learn.microsoft.com/graph/delta-query-users
 */
export const selectedProperties = (attributes: readonly ExtendedAttribute[]): readonly string[] => [
  'id',
  ...profileAttributes,
  ...new Set(attributes.map(propertyOf)),
];

export const openUserReading = (attributes: readonly ExtendedAttribute[]): UserReading => {
  const select = selectedProperties(attributes).join(',');
  if (attributes.length === 0) return { select, toUser: toDirectoryUser, toChanges: toChangedAttributes };
  const nothing = Object.fromEntries(attributes.map((attribute) => [attribute, null]));
  return {
    select,
    toUser: (raw) => ({ ...toDirectoryUser(raw), ...nothing, ...extendedChanges(attributes, raw) }),
    toChanges: (raw) => ({ ...toChangedAttributes(raw), ...extendedChanges(attributes, raw) }),
  };
};
