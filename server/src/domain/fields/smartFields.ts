import { isDirectoryExtension, propertyOf, type ExtendedAttribute } from '../directory/extendedAttributes.ts';
import type { DirectoryUser } from '../directory/directoryUser.ts';
import type { ManagerProfile } from '../enrichment/enrichment.ts';
import { isBlank } from '../text/isBlank.ts';

/** A named value usable in a signature. `attribute` is the Microsoft Graph property it is read from; null: none is. */
export interface SmartField {
  readonly key: string;
  readonly attribute: string | null;
  /** Which fields of the manager's own it shows one of; left out: it is no manager's. */
  readonly ofManager?: readonly string[];
  /** The manager is null where nobody is known. */
  readonly read: (profile: DirectoryUser, manager: ManagerProfile | null) => string | null;
}

/** Some directories keep an empty first number. */
const firstFilled = (values: readonly string[]): string | null => values.find((value) => !isBlank(value)) ?? null;

const field = (key: keyof DirectoryUser & string): SmartField => ({
  key,
  attribute: key,
  read: (profile) => {
    const value = profile[key];
    return typeof value === 'string' ? value : null;
  },
});

/** The field of an attribute that not every tenant uses, named by where Microsoft Graph keeps it. */
export const extendedField = (attribute: ExtendedAttribute): SmartField => {
  const property = propertyOf(attribute);
  return {
    ...field(attribute),
    attribute: property === 'proxyAddresses' || isDirectoryExtension(property) ? property : `${property}.${attribute}`,
  };
};

const ofManager = (
  key: string,
  own: readonly string[],
  read: (manager: ManagerProfile) => string | null,
): SmartField => ({
  key,
  attribute: 'manager',
  ofManager: own,
  read: (_profile, manager) => (manager === null ? null : read(manager)),
});

/** The catalogue, in the order people expect to read it. */
export const smartFields: readonly SmartField[] = [
  field('displayName'),
  field('givenName'),
  field('surname'),
  field('jobTitle'),
  field('department'),
  field('companyName'),
  field('mail'),
  { key: 'businessPhone', attribute: 'businessPhones', read: (profile) => firstFilled(profile.businessPhones) },
  field('mobilePhone'),
  field('faxNumber'),
  field('officeLocation'),
  field('streetAddress'),
  field('postalCode'),
  field('city'),
  field('state'),
  field('country'),
  field('employeeId'),
  field('userPrincipalName'),
  field('preferredLanguage'),
  ofManager('managerDisplayName', ['displayName'], ({ displayName }) => displayName),
  ofManager('managerJobTitle', ['jobTitle'], ({ jobTitle }) => jobTitle),
  ofManager('managerMail', ['mail'], ({ mail }) => mail),
  ofManager(
    'managerPhone',
    ['businessPhone', 'mobilePhone'],
    ({ businessPhones, mobilePhone }) => firstFilled(businessPhones) ?? mobilePhone,
  ),
];
