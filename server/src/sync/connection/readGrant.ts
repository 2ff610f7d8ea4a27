import {
  requiredPermissions,
  unitPermission,
  type Connection,
  type ConnectionKind,
} from '../../domain/connection/connection.ts';
import { AdminActionError } from '../../domain/errors.ts';
import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { AppToken, AppTokens } from '../../ports/identity.ts';

export type Grant = Pick<
  Connection,
  'state' | 'grantedPermissions' | 'missingPermissions' | 'organization' | 'lastError' | 'problem'
>;

export interface GrantReading {
  readonly kind: ConnectionKind;
  readonly token: AppToken;
  readonly directory: DirectoryReader;
  /** What is known already, kept where the permission to read it is missing. */
  readonly organization: Connection['organization'];
}

/**
 * What a token lets us do, believing nothing else: reads the permissions inside it and proves the tenant by reading its
 * organization. Throws AdminActionError when nothing at all is granted.
 */
export const readGrant = async ({ kind, token, directory, organization }: GrantReading): Promise<Grant> => {
  const { permissions } = token;
  if (permissions.length === 0) throw nothingGranted(kind);
  const missing = requiredPermissions.filter((permission) => !permissions.includes(permission));
  const optional = permissions.includes(unitPermission) ? [] : [unitPermission];
  return {
    state: missing.length === 0 ? 'connected' : 'incomplete',
    organization: permissions.includes('User.Read.All') ? await directory.readOrganization() : organization,
    grantedPermissions: [...permissions].sort(),
    missingPermissions: [...missing, ...optional],
    lastError: null,
    problem: null,
  };
};

/** With the customer's own registration there is no consent page of ours to send them to. */
const nothingGranted = (kind: ConnectionKind): AdminActionError =>
  kind === 'consent'
    ? new AdminActionError('consent-missing', 'No permission is granted in this tenant yet.')
    : permissionsMissing(requiredPermissions);

export const permissionsMissing = (missing: readonly string[]): AdminActionError =>
  new AdminActionError(
    'permissions-missing',
    `The app registration lacks ${missing.join(' and ')}. Add them under API permissions, as application permissions of Microsoft Graph, and grant admin consent.`,
    { values: { missing } },
  );

/** Always the same token, for reading a directory before anything about it is saved. */
export const holdToken = (token: AppToken): AppTokens => ({ acquire: () => Promise.resolve(token) });
