import { fieldPaths } from '../../fields/paths/openIsField.ts';
import { usualFields } from '../../fields/fieldSettings.ts';
import { asOfPerson } from '../../fields/paths/pathOf.ts';

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
  windowsemailaddress: 'mail',
  userprincipalname: 'userPrincipalName',
  phone: 'businessPhone',
  telephone: 'businessPhone',
  workphone: 'businessPhone',
  businessphone: 'businessPhone',
  phonenumber: 'businessPhone',
  mobile: 'mobilePhone',
  mobilephone: 'mobilePhone',
  mobilenumber: 'mobilePhone',
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

/** The same as directories call them, and in Dutch and German, by the field. */
const furtherNames: Readonly<Record<string, string>> = {
  displayName: 'naam volledigenaam',
  givenName: 'voornaam',
  surname: 'sn achternaam',
  jobTitle: 'functie functietitel',
  department: 'afdeling abteilung',
  companyName: 'bedrijf bedrijfsnaam firma',
  mail: 'emailadres',
  businessPhone: 'telephonenumber officephone officephonenumber businessphonenumber telefoon telefoonnummer telefon',
  mobilePhone: 'mobilephonenumber cell cellnumber mobiel mobielnummer mobil',
  faxNumber: 'facsimiletelephonenumber',
  officeLocation: 'physicaldeliveryofficename kantoor',
  streetAddress: 'straat strasse',
  city: 'plaats woonplaats ort stadt',
  state: 'province provincie',
  postalCode: 'plz',
  country: 'land',
};
const fieldsByName: ReadonlyMap<string, string> = new Map([
  ...Object.entries(names),
  ...Object.entries(furtherNames).flatMap(([field, all]) => all.split(' ').map((name) => [name, field] as const)),
]);

/** What is known of a manager, by the names of the person's own fields. */
const ofManager: Readonly<Record<string, string>> = {
  displayName: 'displayName',
  jobTitle: 'jobTitle',
  mail: 'mail',
  businessPhone: 'phone',
};

/** What a placeholder is read with. */
export interface Meaning {
  /** Paths of the tenant's fields, those of a mailbox as the person's. Left out: those that every tenant has. */
  readonly fields?: readonly string[] | undefined;
  /** Whether Set-OutlookSignatures' `$CurrentMailbox…$` are about whoever signs. */
  readonly isOwnMailbox: boolean;
}

/**
 * There `$CurrentMailbox…$` are of the mailbox that a signature is for, which is the person's own; only in one for somebody
 * else's mailbox do they stand beside `$CurrentUser…$`.
 */
export const speaksOfOthers = (text: string): boolean => /\$currentuser[a-z]/i.test(text);

/** Of Set-OutlookSignatures: whose field it is, the longer names first. */
const ownersFor = ({ isOwnMailbox }: Meaning): readonly (readonly [string, string])[] => [
  ['currentusermanager', 'manager'],
  ['currentuser', 'person'],
  ...(isOwnMailbox ? ([['currentmailboxmanager', 'manager']] as const) : []),
  ['currentmailbox', isOwnMailbox ? 'person' : 'mailbox'],
];

const label = String.raw`[a-z][a-z\d _.()/-]{0,60}`;

/**
 * `{FirstName}` of Exclaimer, `{First name}` and `{Zip/Postal code}` of CodeTwo, `{{first_name}}` of several,
 * `${firstName}` of programs, `$CurrentUserGivenName$` of Set-OutlookSignatures, `(!FirstName!)` of Crossware, `%%FirstName%%` of Exchange; what templates
 * of programs say beside that (`{% if phone %}`, `{{#if phone}}`), and our own with a filter.
 */
export const placeholder = new RegExp(
  [
    String.raw`\{%[^{}\n]{0,200}%\}`,
    String.raw`\{\{[-~]? ?[#^][^{}\n]{0,200}\}\}`,
    String.raw`\{\{ ?(?:person|manager|mailbox)\.[\w.]{1,160} ?(?:\|[^{}\n]{0,200})?\}\}`,
    String.raw`\{\{ ?${label}\|[^{}\n]{0,200}\}\}`,
    String.raw`\$?\{{1,3} ?\/?${label}\}{1,3}`,
    String.raw`\$[a-z][a-z\d-]{2,60}\$`,
    String.raw`\(! ?[a-z][a-z\d _.-]{0,60}!\)`,
    `%%${label}%%`,
  ].join('|'),
  'g',
);

/** The field that a placeholder, in lower case, stands for; null where it means nothing here. */
export const fieldOfPlaceholder = (text: string, meaning: Meaning): string | null => {
  if (/^\{+[-~]? ?[%#^]/.test(text)) return null;
  const [, own, filter] = /^\{\{ ?((?:person|manager|mailbox)\.[^ |}]+) ?(?:\| ?(\w*))?/.exec(text) ?? [];
  if (own !== undefined) return ownField(filter === 'address' ? own.replace(/\..*/, '.address') : own, meaning);
  const { owner, rest } = partsOf(text.replace(/\|.*/, '').replace(/[^a-z\d$]/g, ''), meaning);
  return fieldOf(owner, rest.replace(/(?:e164|international|national|rfc3966)$/, ''));
};

/** Whose field a name is, and which. */
const partsOf = (name: string, meaning: Meaning): { readonly owner: string; readonly rest: string } => {
  const letters = name.replaceAll('$', '');
  const found = name.startsWith('$') ? ownersFor(meaning).find(([prefix]) => letters.startsWith(prefix)) : undefined;
  if (found !== undefined) return { owner: found[1], rest: letters.slice(found[0].length) };
  const ofTheirs = /^manager(.*)$/.exec(letters)?.[1];
  return ofTheirs === undefined ? { owner: 'person', rest: letters } : { owner: 'manager', rest: ofTheirs || 'name' };
};

const fieldOf = (owner: string, name: string): string | null => {
  const known = fieldsByName.get(name);
  const field = owner === 'manager' ? ofManager[known ?? ''] : known;
  return field === undefined ? null : `${owner}.${field}`;
};

/** One of our own, by its path in lower case. */
const ownField = (path: string, { fields = fieldPaths(usualFields) }: Meaning): string | null => {
  const field = fields.find((each) => each.toLowerCase() === asOfPerson(path));
  if (field === undefined) return null;
  return path.startsWith('mailbox.') ? field.replace(/^person\./, 'mailbox.') : field;
};

/** CodeTwo's sign about what goes when a field in it is blank: what is recognised does so by itself. */
const removing = /\{ ?\/?rt ?\}/gi;

export const withoutRemovingTags = (html: string): string => html.replace(removing, '');
