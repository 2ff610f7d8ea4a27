import type { DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import type { ExtendedValues } from '../../../domain/directory/extendedAttributes.ts';
import type { Membership, ReadTask } from '../../../ports/repositories/snapshotRepository.ts';
import {
  snapshotHeads,
  snapshotMemberships,
  snapshotPeople,
  dirtyPeople,
} from '../../declare/people/snapshotCollections.ts';
import {
  anything,
  documentSchema,
  flag,
  listOf,
  number,
  objectOf,
  text,
  textOrNull,
  texts,
  textsByName,
  type FieldsOf,
} from './documentSchema.ts';

const extendedFields: FieldsOf<ExtendedValues> = {
  extensionAttribute1: textOrNull,
  extensionAttribute2: textOrNull,
  extensionAttribute3: textOrNull,
  extensionAttribute4: textOrNull,
  extensionAttribute5: textOrNull,
  extensionAttribute6: textOrNull,
  extensionAttribute7: textOrNull,
  extensionAttribute8: textOrNull,
  extensionAttribute9: textOrNull,
  extensionAttribute10: textOrNull,
  extensionAttribute11: textOrNull,
  extensionAttribute12: textOrNull,
  extensionAttribute13: textOrNull,
  extensionAttribute14: textOrNull,
  extensionAttribute15: textOrNull,
  division: textOrNull,
  costCenter: textOrNull,
  otherMailAddresses: textOrNull,
};

export const directoryUserFields: FieldsOf<DirectoryUser> = {
  id: text,
  userPrincipalName: text,
  accountEnabled: flag,
  userType: text,
  mail: textOrNull,
  displayName: textOrNull,
  givenName: textOrNull,
  surname: textOrNull,
  jobTitle: textOrNull,
  department: textOrNull,
  companyName: textOrNull,
  officeLocation: textOrNull,
  businessPhones: texts,
  mobilePhone: textOrNull,
  faxNumber: textOrNull,
  streetAddress: textOrNull,
  city: textOrNull,
  state: textOrNull,
  postalCode: textOrNull,
  country: textOrNull,
  employeeId: textOrNull,
  preferredLanguage: textOrNull,
  isAgent: { type: Boolean },
  omitted: { type: [String], default: undefined },
  ...extendedFields,
};

/** What snapshots of the directory consist of. */
export const directorySchemas = [
  documentSchema(snapshotHeads, {
    id: text,
    changeLinks: textsByName,
    tasks: listOf<ReadTask>({
      key: text,
      source: anything,
      link: textOrNull,
      done: flag,
      read: number,
      gone: flag,
      unreadable: { type: Boolean },
    }),
    groupNames: textsByName,
    complete: flag,
    unreadable: anything,
    doubts: anything,
    linksAt: text,
  }),
  documentSchema(snapshotPeople, { snapshotId: text, person: objectOf(directoryUserFields) }),
  documentSchema(snapshotMemberships, {
    snapshotId: text,
    membership: objectOf<Membership>({ container: text, containerId: text, memberId: text, memberKind: text }),
  }),
  documentSchema(dirtyPeople, { snapshotId: text, personId: text }),
];
