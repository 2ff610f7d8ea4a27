import type { i18n } from 'i18next';

const person = [
  ...['displayName', 'givenName', 'surname', 'jobTitle', 'department', 'companyName', 'mail', 'businessPhone'],
  ...[
    'mobilePhone',
    'faxNumber',
    'officeLocation',
    'address',
    'streetAddress',
    'postalCode',
    'city',
    'state',
    'country',
  ],
  ...['employeeId', 'userPrincipalName'],
];

/** Fields of the manager, and the name each has among the person's own. */
const ofManager: Readonly<Record<string, string>> = {
  displayName: 'managerDisplayName',
  jobTitle: 'managerJobTitle',
  mail: 'managerMail',
  phone: 'managerPhone',
};

/** Of the mailbox somebody writes from, where it is not their own; designs may name any other field of it too. */
const ofMailbox = ['displayName', 'mail', 'businessPhone', 'address'];

/** Every field of the directory that can be put into a signature, in the order people expect to read them. */
export const fieldPaths: readonly string[] = [
  ...person.map((key) => `person.${key}`),
  ...Object.keys(ofManager).map((key) => `manager.${key}`),
  ...ofMailbox.map((key) => `mailbox.${key}`),
];

/** A field in the reader's language; one that we have no word for keeps its own name. */
export function fieldLabel(texts: i18n, path: string): string {
  const [namespace = '', ...rest] = path.split('.');
  const key = rest.join('.');
  const name = namespace === 'manager' ? (ofManager[key] ?? key) : key;
  const known = [`fields:${name}`, `inputs:field.${name}`].find((candidate) => texts.exists(candidate));
  const label = known === undefined ? (rest.at(-1) ?? path) : texts.t(known);
  return namespace === 'mailbox' ? texts.t('inputs:field.ofMailbox', { field: label }) : label;
}
