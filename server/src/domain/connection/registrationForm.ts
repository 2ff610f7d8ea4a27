import type { FieldProblem } from '../errors.ts';
import { isDay } from '../schedule/isDay.ts';

/** What an admin pasted. Empty text counts as not given. */
export interface RegistrationForm {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM: certificate and private key. */
  readonly certificate: string;
  /** YYYY-MM-DD, as the portal shows it. */
  readonly secretExpiresOn: string;
  readonly groupId: string;
}

export type RegistrationField = keyof RegistrationForm;

/** The form without what clings to pasted text, what that was, and everything that is wrong with it. */
export interface RegistrationReading {
  readonly form: RegistrationForm;
  readonly trimmed: readonly RegistrationField[];
  readonly problems: readonly FieldProblem[];
}

export interface ReadingPlace {
  /** The tenant of the verified caller: the only one they may configure. */
  readonly tenantId: string;
  readonly now: Date;
}

const clinging = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** Character by character: a pattern for the end of a text tries again at each of a million spaces in its middle. */
const stripEnds = (text: string): string => {
  const characters = [...text];
  const start = characters.findIndex((character) => !clinging.test(character));
  const end = characters.findLastIndex((character) => !clinging.test(character));
  return start === -1 ? '' : characters.slice(start, end + 1).join('');
};
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const domainName = /^[\w-]+(\.[\w-]+)+$/;

export const fieldProblem = (field: RegistrationField | null, code: string, message: string): FieldProblem => ({
  path: field === null ? 'body' : `body.${field}`,
  code,
  message,
});

/** Reads the form before anybody is asked about it. Pure; no problem ever repeats a secret. */
export const readRegistrationForm = (raw: RegistrationForm, place: ReadingPlace): RegistrationReading => {
  const fields = Object.keys(raw) as readonly RegistrationField[];
  const clean = Object.fromEntries(fields.map((field) => [field, stripEnds(raw[field])]));
  const text = { ...raw, ...clean };
  const form: RegistrationForm = {
    ...text,
    tenantId: text.tenantId.toLowerCase(),
    clientId: text.clientId.toLowerCase(),
    groupId: text.groupId.toLowerCase(),
  };
  return {
    form,
    // A file ends in a line break; that is no slip of the hand.
    trimmed: fields.filter((field) => field !== 'certificate' && text[field] !== raw[field] && text[field] !== ''),
    problems: checks.flatMap((check) => check(form, place) ?? []),
  };
};

type Check = (form: RegistrationForm, place: ReadingPlace) => FieldProblem | null;

const checkTenant: Check = ({ tenantId, clientId }, place) => {
  const problem = (code: string, message: string) => fieldProblem('tenantId', code, message);
  if (tenantId === '') return problem('tenant-id-missing', 'Enter the Directory (tenant) ID.');
  if (guid.test(tenantId)) return checkWhoseTenant(tenantId, clientId, place);
  if (domainName.test(tenantId))
    return problem('tenant-id-is-domain', 'This is a domain. Enter the Directory (tenant) ID, a GUID.');
  return problem('tenant-id-not-guid', 'A tenant ID is a GUID such as 1698d3a7-5374-427e-a1aa-86568c1a6b4d.');
};

const checkWhoseTenant = (tenantId: string, clientId: string, place: ReadingPlace): FieldProblem | null => {
  if (tenantId === place.tenantId) return null;
  if (clientId === place.tenantId)
    return fieldProblem('tenantId', 'ids-swapped', 'Tenant ID and client ID stand in each other’s place.');
  return fieldProblem(
    'tenantId',
    'tenant-not-yours',
    'This is not the tenant you are signed in to. Sign in with an account of the tenant you want to connect.',
  );
};

const checkClient: Check = ({ clientId, tenantId }, place) => {
  const problem = (code: string, message: string) => fieldProblem('clientId', code, message);
  if (clientId === '') return problem('client-id-missing', 'Enter the Application (client) ID.');
  if (!guid.test(clientId))
    return problem('client-id-not-guid', 'A client ID is a GUID. Copy it from the overview of the app registration.');
  if (clientId !== place.tenantId) return null;
  // Swapped ids are told once, beside the tenant ID.
  if (tenantId !== place.tenantId && guid.test(tenantId)) return null;
  return problem('client-id-is-tenant-id', 'This is the tenant ID. Enter the Application (client) ID.');
};

const checkCredential: Check = ({ clientSecret, certificate }) => {
  if (clientSecret !== '' && certificate !== '')
    return fieldProblem('certificate', 'credential-twice', 'Give a client secret or a certificate, not both.');
  if (clientSecret === '' && certificate === '')
    return fieldProblem('clientSecret', 'credential-missing', 'Enter a client secret or give a certificate.');
  return clientSecret === '' ? null : checkSecret(clientSecret);
};

const checkSecret = (secret: string): FieldProblem | null => {
  const problem = (code: string, message: string) => fieldProblem('clientSecret', code, message);
  if (guid.test(secret.toLowerCase()))
    return problem('secret-is-id', 'This is the secret’s ID. Copy the text in the column “Value”.');
  if (secret.includes('-----BEGIN'))
    return problem('secret-is-certificate', 'This is a certificate. Give it as a certificate, not as a secret.');
  if (clinging.test(secret))
    return problem('secret-has-spaces', 'There is a space or line break inside. Copy the secret’s value again.');
  if (/\*{3}|[•●…]/u.test(secret))
    return problem('secret-masked', 'Entra shows a secret only once and hides it later. Create a new one and copy it.');
  return null;
};

const checkExpiry: Check = ({ secretExpiresOn, certificate }, { now }) => {
  const problem = (code: string, message: string) => fieldProblem('secretExpiresOn', code, message);
  if (secretExpiresOn === '') return null;
  if (certificate !== '')
    return problem('expiry-with-certificate', 'A certificate carries its own date. Leave this empty.');
  const end = endOfDay(secretExpiresOn);
  if (end === null) return problem('expiry-not-a-date', 'Write the date as 2027-03-31.');
  if (Date.parse(end) < now.getTime())
    return problem('expiry-past', 'This date has passed. Check it, or create a new secret.');
  return null;
};

/** The last second of a day in UTC, because the portal shows no hour; null for what is no day. */
export const endOfDay = (date: string): string | null => (isDay(date) ? `${date}T23:59:59.000Z` : null);

const checkGroup: Check = ({ groupId, tenantId, clientId }) => {
  if (groupId === '') return null;
  if (!guid.test(groupId))
    return fieldProblem('groupId', 'group-id-not-guid', 'A group ID is a GUID. Copy the Object ID of the group.');
  if (groupId === tenantId || groupId === clientId)
    return fieldProblem('groupId', 'group-id-is-other-id', 'This is one of the ids above. Copy the group’s Object ID.');
  return null;
};

const checks: readonly Check[] = [checkTenant, checkClient, checkCredential, checkExpiry, checkGroup];
