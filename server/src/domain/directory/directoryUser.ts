import {
  namedAttributes,
  type DirectoryExtension,
  type ExtendedAttribute,
  type ExtendedValues,
} from './extendedAttributes.ts';

/** A person as Microsoft Entra describes them. Shapes follow https://learn.microsoft.com/graph/api/resources/user. */
export interface DirectoryUser extends ExtendedValues {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly accountEnabled: boolean;
  /** Entra leaves it null for accounts made before 2014; those are members. */
  readonly userType: 'Member' | 'Guest';
  readonly mail: string | null;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly companyName: string | null;
  readonly officeLocation: string | null;
  readonly businessPhones: readonly string[];
  readonly mobilePhone: string | null;
  readonly faxNumber: string | null;
  readonly streetAddress: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly employeeId: string | null;
  readonly preferredLanguage: string | null;
  /** An account of an AI agent, or of another kind derived from a person's; absent for people. */
  readonly isAgent?: true;
  /** What was not asked for, so that nothing in it does not mean that there is nothing; absent where all was. */
  readonly omitted?: readonly OmittedAttribute[];
}

/** What people call them; Entra lets the display name be empty, never the sign-in name. */
export const nameOf = (user: Pick<DirectoryUser, 'displayName' | 'userPrincipalName'>): string =>
  user.displayName ?? user.userPrincipalName;

/** Profile attributes that a sync keeps current and compares one by one; `id` is the key, so it is not among them. */
export const profileAttributes = [
  'userPrincipalName',
  'accountEnabled',
  'userType',
  'mail',
  'displayName',
  'givenName',
  'surname',
  'jobTitle',
  'department',
  'companyName',
  'officeLocation',
  'businessPhones',
  'mobilePhone',
  'faxNumber',
  'streetAddress',
  'city',
  'state',
  'postalCode',
  'country',
  'employeeId',
  'preferredLanguage',
] as const satisfies readonly (keyof DirectoryUser)[];

/**
 * Those that are not asked for where a tenant shows them to nobody. All others say who somebody is and whether they are in
 * scope, or in which way their phones, address and words are written.
 */
export const optionalAttributes = [
  'jobTitle',
  'department',
  'companyName',
  'officeLocation',
  'businessPhones',
  'mobilePhone',
  'faxNumber',
  'streetAddress',
  'city',
  'state',
  'postalCode',
  'employeeId',
] as const satisfies readonly (typeof profileAttributes)[number][];

export type OmittedAttribute = (typeof optionalAttributes)[number] | ExtendedAttribute;

/** What is compared of everybody, in the order in which changes are told; extensions come after it, by name. */
export const comparedAttributes = [...profileAttributes, ...namedAttributes] as const;

export type ComparedAttribute = (typeof comparedAttributes)[number] | DirectoryExtension;
