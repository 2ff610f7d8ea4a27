import type { DirectoryUser } from '../directory/directoryUser.ts';

/** A named value usable in a signature. `attribute` is the Microsoft Graph property it is read from. */
export interface SmartField {
  readonly key: string;
  readonly attribute: string;
  readonly read: (profile: DirectoryUser) => string | null;
}

const field = (key: keyof DirectoryUser & string): SmartField => ({
  key,
  attribute: key,
  read: (profile) => {
    const value = profile[key];
    return typeof value === 'string' ? value : null;
  },
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
  { key: 'businessPhone', attribute: 'businessPhones', read: (profile) => profile.businessPhones[0] ?? null },
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
];
