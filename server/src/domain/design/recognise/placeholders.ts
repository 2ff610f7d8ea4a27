/** Names that other products give to fields, without what is not a letter or digit. */
const names: Readonly<Record<string, string>> = {
  displayname: 'displayName',
  fullname: 'displayName',
  name: 'displayName',
  firstname: 'givenName',
  givenname: 'givenName',
  vorname: 'givenName',
  lastname: 'surname',
  surname: 'surname',
  nachname: 'surname',
  jobtitle: 'jobTitle',
  title: 'jobTitle',
  position: 'jobTitle',
  department: 'department',
  company: 'companyName',
  companyname: 'companyName',
  office: 'officeLocation',
  officelocation: 'officeLocation',
  email: 'mail',
  mail: 'mail',
  emailaddress: 'mail',
  phone: 'businessPhone',
  telephone: 'businessPhone',
  workphone: 'businessPhone',
  businessphone: 'businessPhone',
  phonenumber: 'businessPhone',
  mobile: 'mobilePhone',
  mobilephone: 'mobilePhone',
  cellphone: 'mobilePhone',
  fax: 'faxNumber',
  faxnumber: 'faxNumber',
  street: 'streetAddress',
  streetaddress: 'streetAddress',
  postaladdress: 'address',
  address: 'address',
  city: 'city',
  location: 'city',
  state: 'state',
  stateorprovince: 'state',
  stateprovince: 'state',
  postcode: 'postalCode',
  postalcode: 'postalCode',
  zipcode: 'postalCode',
  zip: 'postalCode',
  zippostalcode: 'postalCode',
  country: 'country',
  countryorregion: 'country',
  countryregion: 'country',
};

/** What is known of a manager, by the names of the person's own fields. */
const ofManager: Readonly<Record<string, string>> = {
  displayName: 'displayName',
  jobTitle: 'jobTitle',
  mail: 'mail',
  businessPhone: 'phone',
};

/** Of Set-OutlookSignatures: whose field it is, the longer names first. */
const owners: readonly (readonly [string, string])[] = [
  ['currentusermanager', 'manager'],
  ['currentuser', 'person'],
  ['currentmailbox', 'mailbox'],
];

/**
 * `{FirstName}` of Exclaimer, `{First name}` and `{Zip/Postal code}` of CodeTwo, `{{first_name}}` of several,
 * `$CurrentUserGivenName$` of Set-OutlookSignatures, `(!FirstName!)` of Crossware.
 */
export const placeholder =
  /\{{1,2} ?\/?[a-z][a-z\d _.()/-]{0,60}\}{1,2}|\$[a-z][a-z\d-]{2,60}\$|\(! ?[a-z][a-z\d _.-]{0,60}!\)/g;

/** The field that a placeholder, in lower case, stands for; null where it means nothing here. */
export const fieldOfPlaceholder = (text: string): string | null => {
  const name = text.replace(/[^a-z\d]/g, '');
  const owner = text.startsWith('$') ? owners.find(([prefix]) => name.startsWith(prefix)) : undefined;
  const rest = name.slice(owner?.[0].length ?? 0).replace(/(?:e164|international|national|rfc3966)$/, '');
  const known = Object.hasOwn(names, rest) ? names[rest] : undefined;
  const of = owner?.[1] ?? 'person';
  const field = of === 'manager' ? ofManager[known ?? ''] : known;
  return field === undefined ? null : `${of}.${field}`;
};

/** CodeTwo's sign about what goes when a field in it is blank: what is recognised does so by itself. */
const removing = /\{ ?\/?rt ?\}/gi;

export const withoutRemovingTags = (html: string): string => html.replace(removing, '');
