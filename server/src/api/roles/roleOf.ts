import type { Role } from '../../contract/manage/session.ts';
import { grantedRoles, type GrantedRole } from '../../domain/access/roleGrants.ts';
import type { Caller } from '../../ports/identity.ts';

/** Role templates of Entra. https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const privilegedRoleAdministrator = 'e8611ab8-c189-46e8-94e1-60213ab1f814';

/** As an administrator of the tenant calls them in Entra. */
const appRoles: Readonly<Record<GrantedRole, string>> = {
  admin: 'Undersign.Admin',
  designer: 'Undersign.Designer',
  auditor: 'Undersign.Auditor',
};

/** Only these two may grant application permissions for a whole tenant. */
export const canConsent = (caller: Caller): boolean =>
  caller.directoryRoles.some((role) => role === globalAdministrator || role === privilegedRoleAdministrator);

/** What Entra makes of them: by a directory role or an app role. */
export const entraRoleOf = (caller: Caller): GrantedRole | null => {
  const given = grantedRoles.filter((role) => caller.appRoles.includes(appRoles[role]));
  return highest(canConsent(caller) ? ['admin', ...given] : given);
};

/** The higher of what Entra makes of them and what was granted here. */
export const roleOf = (caller: Caller, granted: GrantedRole | null): Role =>
  highest([entraRoleOf(caller), granted]) ?? 'teammate';

const highest = (given: readonly (GrantedRole | null)[]): GrantedRole | null =>
  grantedRoles.find((role) => given.includes(role)) ?? null;
