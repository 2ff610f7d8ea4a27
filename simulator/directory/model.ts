/**
 * The directory as plain values. `undefined` means "never set" and null means "cleared": delta answers differ between
 * the two (https://learn.microsoft.com/en-us/graph/delta-query-overview), so no property is ever defaulted to null here.
 */
export type ObjectKind = 'user' | 'group' | 'unit';

type ExtensionAttributes = Partial<Record<`extensionAttribute${number}`, string | null>>;

export interface UserProperties {
  userPrincipalName: string;
  displayName: string;
  accountEnabled: boolean;
  userType?: 'Member' | 'Guest';
  businessPhones?: readonly string[];
  city?: string | null;
  companyName?: string | null;
  country?: string | null;
  createdDateTime?: string;
  creationType?: string | null;
  department?: string | null;
  employeeHireDate?: string | null;
  employeeId?: string | null;
  employeeOrgData?: { division?: string | null; costCenter?: string | null } | null;
  employeeType?: string | null;
  externalUserState?: string | null;
  faxNumber?: string | null;
  givenName?: string | null;
  jobTitle?: string | null;
  mail?: string | null;
  mailNickname?: string | null;
  mobilePhone?: string | null;
  officeLocation?: string | null;
  onPremisesExtensionAttributes?: ExtensionAttributes | null;
  onPremisesSyncEnabled?: boolean | null;
  otherMails?: readonly string[];
  postalCode?: string | null;
  preferredLanguage?: string | null;
  proxyAddresses?: readonly string[];
  state?: string | null;
  streetAddress?: string | null;
  surname?: string | null;
  usageLocation?: string | null;
  [extension: `extension_${string}`]: string | number | boolean | readonly string[] | null | undefined;
}

export interface DirectoryUser extends UserProperties {
  readonly id: string;
  readonly managerId?: string;
  /** Set while the user lies in the recycle bin. */
  readonly deletedDateTime?: string;
  /** Any text: it decides how the generated avatar looks. Absent means no photo. */
  readonly photo?: string;
  /** An account of an AI agent: Graph's agentUser, which is derived from user. */
  readonly isAgent?: true;
}

export interface GroupProperties {
  displayName: string;
  description?: string | null;
  createdDateTime?: string;
  groupTypes?: readonly string[];
  mail?: string | null;
  mailEnabled?: boolean;
  mailNickname?: string | null;
  membershipRule?: string | null;
  membershipRuleProcessingState?: string | null;
  proxyAddresses?: readonly string[];
  securityEnabled?: boolean;
  visibility?: 'Public' | 'Private' | 'HiddenMembership' | null;
}

export interface DirectoryGroup extends GroupProperties {
  readonly id: string;
  readonly deletedDateTime?: string;
}

export interface UnitProperties {
  displayName: string;
  description?: string | null;
  isMemberManagementRestricted?: boolean | null;
  membershipType?: string | null;
  membershipRule?: string | null;
  membershipRuleProcessingState?: string | null;
  visibility?: 'Public' | 'HiddenMembership' | null;
}

export interface DirectoryUnit extends UnitProperties {
  readonly id: string;
  readonly deletedDateTime?: string;
}

interface VerifiedDomain {
  name: string;
  isDefault: boolean;
  isInitial: boolean;
}

export interface Organization {
  readonly id: string;
  displayName: string;
  city: string;
  countryLetterCode: string;
  postalCode: string;
  street: string;
  preferredLanguage: string;
  createdDateTime: string;
  verifiedDomains: readonly VerifiedDomain[];
}

/** https://learn.microsoft.com/en-us/graph/api/resources/extensionproperty */
export interface ExtensionDefinition {
  readonly appDisplayName: string;
  readonly name: `extension_${string}`;
  readonly dataType: 'String' | 'Integer' | 'LargeInteger' | 'Boolean' | 'DateTime' | 'Binary';
  readonly isMultiValued: boolean;
  readonly isSyncedFromOnPremises: boolean;
  readonly targetObjects: readonly string[];
}

/** What a directory starts from. Users are values that are never changed in place, so one seed may start many directories. */
export interface DirectorySeed {
  organization: Organization;
  users: readonly DirectoryUser[];
  groups: readonly (DirectoryGroup & { memberIds: readonly string[] })[];
  units: readonly (DirectoryUnit & { memberIds: readonly string[] })[];
  /** Of all apps in the tenant; left out: none. */
  extensions?: readonly ExtensionDefinition[];
  /** Directory role template ids by user id. */
  roles: Readonly<Record<string, readonly string[]>>;
  /** Roles of our own app, by user id. */
  appRoles?: Readonly<Record<string, readonly string[]>>;
}
