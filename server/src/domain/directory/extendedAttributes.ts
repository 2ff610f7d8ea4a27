/**
 * What an app adds to the people of a directory, named by the app's id and a word of its own, such as
 * `extension_4d405aa8baa04fb494d3e0571fd9fd71_skypeId`; Entra Connect makes them of attributes of Active Directory.
 * https://learn.microsoft.com/graph/extensibility-overview#directory-microsoft-entra-id-extensions
 */
export type DirectoryExtension = `extension_${string}`;

/** Small enough for a name of a field, and for what Entra lets an app call one. */
const extensionName = /^extension_[0-9a-fA-F]{32}_\w{1,80}$/;

export const isDirectoryExtension = (name: string): name is DirectoryExtension =>
  name.startsWith('extension_') && extensionName.test(name);

/** One that an app has registered for people. */
export interface OfferedExtension {
  readonly name: DirectoryExtension;
  /** Of the app; null where Graph names none. */
  readonly appDisplayName: string | null;
  readonly type: 'text' | 'date';
}

/**
 * Attributes that are asked for only where a tenant uses them. The fifteen are what Exchange and Active Directory call
 * custom attributes; their meaning is the tenant's. https://learn.microsoft.com/graph/api/resources/user
 */
export const namedAttributes = [
  'extensionAttribute1',
  'extensionAttribute2',
  'extensionAttribute3',
  'extensionAttribute4',
  'extensionAttribute5',
  'extensionAttribute6',
  'extensionAttribute7',
  'extensionAttribute8',
  'extensionAttribute9',
  'extensionAttribute10',
  'extensionAttribute11',
  'extensionAttribute12',
  'extensionAttribute13',
  'extensionAttribute14',
  'extensionAttribute15',
  'division',
  'costCenter',
  'otherMailAddresses',
] as const;

export type ExtendedAttribute = (typeof namedAttributes)[number] | DirectoryExtension;

/** Of each that is in use: what it says, or null. One that is missing was not asked for. */
export type ExtendedValues = { readonly [A in ExtendedAttribute]?: string | null };

/** Properties of Graph's user that are asked for as a whole, although one value in them may be all that is kept. */
export type ExtendedProperty =
  | 'onPremisesExtensionAttributes'
  | 'employeeOrgData'
  | 'proxyAddresses'
  | DirectoryExtension;

/** The property of Graph's user that an attribute is part of. */
export const propertyOf = (attribute: ExtendedAttribute): ExtendedProperty => {
  if (isDirectoryExtension(attribute)) return attribute;
  if (attribute === 'otherMailAddresses') return 'proxyAddresses';
  return attribute === 'division' || attribute === 'costCenter' ? 'employeeOrgData' : 'onPremisesExtensionAttributes';
};

const known = new Set<string>(namedAttributes);

export const isExtended = (name: string): name is ExtendedAttribute => known.has(name) || isDirectoryExtension(name);

/** Those a person has a place for: what was not asked for is in no profile. */
export const extendedIn = (person: ExtendedValues): readonly ExtendedAttribute[] =>
  Object.keys(person).filter(isExtended);
