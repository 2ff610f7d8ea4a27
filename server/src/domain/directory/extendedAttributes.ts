/**
 * Attributes that are asked for only where a tenant uses them. The fifteen are what Exchange and Active Directory call
 * custom attributes; their meaning is the tenant's. https://learn.microsoft.com/graph/api/resources/user
 */
export const extendedAttributes = [
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

export type ExtendedAttribute = (typeof extendedAttributes)[number];

/** Of each that is in use: what it says, or null. One that is missing was not asked for. */
export type ExtendedValues = { readonly [A in ExtendedAttribute]?: string | null };

/** Properties of Graph's user that are asked for as a whole, although one value in them may be all that is kept. */
export type ExtendedProperty = 'onPremisesExtensionAttributes' | 'employeeOrgData' | 'proxyAddresses';

/** The property of Graph's user that an attribute is part of. */
export const propertyOf = (attribute: ExtendedAttribute): ExtendedProperty => {
  if (attribute === 'otherMailAddresses') return 'proxyAddresses';
  return attribute === 'division' || attribute === 'costCenter' ? 'employeeOrgData' : 'onPremisesExtensionAttributes';
};

const known = new Set<string>(extendedAttributes);

export const isExtended = (name: string): name is ExtendedAttribute => known.has(name);
