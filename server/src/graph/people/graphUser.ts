import { z } from 'zod';
import { AdminActionError } from '../../domain/errors.ts';
import { profileAttributes, type DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { isBlank } from '../../domain/text/isBlank.ts';
import { orNull } from './orNull.ts';
import { isDerivedUser } from './userType.ts';

const text = z.string().nullish();

/** What of Graph's user we read. https://learn.microsoft.com/graph/api/resources/user */
export const graphUserSchema = z.object({
  id: z.string(),
  userPrincipalName: text,
  accountEnabled: z.boolean().nullish(),
  userType: text,
  mail: text,
  displayName: text,
  givenName: text,
  surname: text,
  jobTitle: text,
  department: text,
  companyName: text,
  officeLocation: text,
  businessPhones: z.array(z.string()).nullish(),
  mobilePhone: text,
  faxNumber: text,
  streetAddress: text,
  city: text,
  state: text,
  postalCode: text,
  country: text,
  employeeId: text,
  preferredLanguage: text,
});

type GraphUser = z.infer<typeof graphUserSchema>;

/**
 * A Graph user in our words. Somebody without a name to sign in with is unreadable, like anybody of whom a property is
 * of another type; nobody else is any the worse for it.
 */
export const toDirectoryUser = (raw: unknown): DirectoryUser => {
  const user = graphUserSchema.parse(raw);
  if (isBlank(user.userPrincipalName) && isShell(raw)) throw profilesHidden();
  const userPrincipalName = signInName(user);
  return { ...attributesOf(user), id: user.id.toLowerCase(), userPrincipalName, ...agentMark(raw) };
};

/**
 * An app that may not read users gets objects with an id and nothing else, in a 200; that would import empty people.
 * https://learn.microsoft.com/graph/permissions-overview#limited-information-returned-for-inaccessible-member-objects
 */
const isShell = (raw: unknown): boolean =>
  Object.entries(raw ?? {}).every(([name, value]) => name === 'id' || name.startsWith('@odata.') || isNothing(value));

/** Null, or made of nothing but that: a list without items, an object without values. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.values(value).every(isNothing));

const profilesHidden = (): AdminActionError =>
  new AdminActionError(
    'permission-missing',
    'Microsoft Graph hides the profiles: the permission User.Read.All is missing. Grant it on the Connect page.',
    { values: { permissions: ['User.Read.All'] } },
  );

const signInName = ({ userPrincipalName }: GraphUser): string => {
  if (typeof userPrincipalName === 'string' && !isBlank(userPrincipalName)) return userPrincipalName;
  const path = ['userPrincipalName'];
  throw new z.ZodError([{ code: 'custom', path, message: 'Everybody has a name to sign in with.', input: null }]);
};

const agentMark = (raw: unknown): Pick<DirectoryUser, 'isAgent'> => (isDerivedUser(raw) ? { isAgent: true } : {});

const attributesOf = (user: GraphUser): Omit<DirectoryUser, 'id' | 'userPrincipalName' | 'isAgent'> => ({
  accountEnabled: user.accountEnabled ?? true,
  userType: user.userType === 'Guest' ? 'Guest' : 'Member',
  mail: orNull(user.mail),
  displayName: orNull(user.displayName),
  givenName: orNull(user.givenName),
  surname: orNull(user.surname),
  jobTitle: orNull(user.jobTitle),
  department: orNull(user.department),
  companyName: orNull(user.companyName),
  officeLocation: orNull(user.officeLocation),
  businessPhones: user.businessPhones ?? [],
  mobilePhone: orNull(user.mobilePhone),
  faxNumber: orNull(user.faxNumber),
  streetAddress: orNull(user.streetAddress),
  city: orNull(user.city),
  state: orNull(user.state),
  postalCode: orNull(user.postalCode),
  country: orNull(user.country),
  employeeId: orNull(user.employeeId),
  preferredLanguage: orNull(user.preferredLanguage),
});

/** The attributes a change report names: absent means unchanged, null means cleared, which a sign-in name cannot be. */
export const toChangedAttributes = (raw: Readonly<Record<string, unknown>>): Partial<DirectoryUser> => {
  const user = graphUserSchema.parse(raw);
  const signIn = user.userPrincipalName === undefined ? {} : { userPrincipalName: signInName(user) };
  const all: Partial<DirectoryUser> = { ...attributesOf(user), ...signIn };
  const named = profileAttributes.filter((attribute) => Object.hasOwn(raw, attribute));
  return { ...Object.fromEntries(named.map((attribute) => [attribute, all[attribute]])), ...agentMark(raw) };
};
