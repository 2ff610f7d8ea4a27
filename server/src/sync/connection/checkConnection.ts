import {
  noConnection,
  requiredPermissions,
  unitPermission,
  type Connection,
} from '../../domain/connection/connection.ts';
import { AdminActionError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OpenDirectory } from '../../ports/directoryReader.ts';
import type { AppTokens } from '../../ports/identity.ts';
import type { ConnectionRepository } from '../../ports/repositories.ts';

export interface ConnectionDesk {
  readonly connections: ConnectionRepository;
  readonly appTokens: AppTokens;
  readonly openDirectory: OpenDirectory;
  readonly clock: Clock;
}

export interface ConnectionCheck {
  readonly tenantId: string;
  /** Set when an admin has just come back from the consent page. */
  readonly by?: { readonly id: string; readonly displayName: string };
}

/**
 * Asks Entra what is granted, believing nothing else: takes a fresh app token, reads the permissions inside it and
 * proves the tenant by reading its organization. Saves and returns what it found.
 * Throws DirectoryError when Entra or Graph cannot be reached; then nothing is saved.
 */
export const checkConnection = async (desk: ConnectionDesk, check: ConnectionCheck): Promise<Connection> => {
  const before = (await desk.connections.get(check.tenantId))?.value ?? noConnection;
  const now = desk.clock.now().toISOString();
  const after = await found(desk, check, before).catch((error: unknown) => {
    if (error instanceof AdminActionError) return refused(before, error);
    throw error;
  });
  const connection: Connection = { ...after, checkedAt: now, ...connectedSince(after, check, now) };
  await desk.connections.save(check.tenantId, connection);
  return connection;
};

const found = async (desk: ConnectionDesk, { tenantId }: ConnectionCheck, before: Connection): Promise<Connection> => {
  const { permissions } = await desk.appTokens.acquire(tenantId, { fresh: true });
  if (permissions.length === 0)
    throw new AdminActionError('consent-missing', 'No permission is granted in this tenant yet.');
  const missing = requiredPermissions.filter((permission) => !permissions.includes(permission));
  const optional = permissions.includes(unitPermission) ? [] : [unitPermission];
  const organization = permissions.includes('User.Read.All')
    ? await desk.openDirectory(tenantId, { isUrgent: true }).readOrganization()
    : before.organization;
  return {
    ...before,
    state: missing.length === 0 ? 'connected' : 'incomplete',
    organization,
    grantedPermissions: [...permissions].sort(),
    missingPermissions: [...missing, ...optional],
    lastError: null,
  };
};

/** Entra says no: revoked if it worked before, otherwise not connected (yet). */
const refused = (before: Connection, error: AdminActionError): Connection => {
  const worked = before.state === 'connected' || before.state === 'incomplete' || before.state === 'revoked';
  const code = error.values['entraCode'];
  return {
    ...before,
    state: worked ? 'revoked' : before.state,
    grantedPermissions: [],
    missingPermissions: [...requiredPermissions, unitPermission],
    lastError: typeof code === 'string' ? code : error.code,
  };
};

const connectedSince = (connection: Connection, { by }: ConnectionCheck, now: string): Partial<Connection> =>
  by !== undefined && (connection.state === 'connected' || connection.state === 'incomplete')
    ? { connectedBy: by, connectedAt: now }
    : {};
