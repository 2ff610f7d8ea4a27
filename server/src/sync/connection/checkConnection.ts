import {
  hasWorked,
  noConnection,
  requiredPermissions,
  unitPermission,
  type Connection,
} from '../../domain/connection/connection.ts';
import { AdminActionError, FinalRefusal, StaleRevision, type UndersignError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OpenDirectory } from '../../ports/directory/directoryReader.ts';
import type { AppTokens, AppTokenTrials } from '../../ports/identity.ts';
import { saidBy } from '../teammates/saidBy.ts';
import { requireAllowed, tenantNotAllowed, type AdmissionDesk } from './admission.ts';
import { readGrant } from './readGrant.ts';

export interface ConnectionDesk extends AdmissionDesk {
  readonly appTokens: AppTokens;
  readonly openDirectory: OpenDirectory;
  readonly clock: Clock;
}

/** For trying another way to connect than the stored one. */
export interface TrialDesk extends ConnectionDesk {
  readonly appTokens: AppTokens & AppTokenTrials;
  readonly openDirectoriesWith: (tokens: AppTokens) => OpenDirectory;
}

/**
 * Asks Entra again what the stored connection may do. Saves and returns what it found.
 * A final refusal that says nothing about consent leaves the state as it is, with the reason beside it.
 * Throws DirectoryError when Entra or Graph cannot be reached, RequestError 403 `tenant-not-allowed` for a tenant that
 * may not connect; then nothing is saved.
 */
export const checkConnection = async (
  desk: ConnectionDesk,
  { tenantId }: { readonly tenantId: string },
): Promise<Connection> => {
  await requireAllowed(desk, tenantId);
  const known = (await desk.connections.get(tenantId))?.value ?? noConnection;
  if (known.state !== 'notConnected') return recheck(desk, tenantId);
  return changeConnection(desk, tenantId, (before) => ask(desk, tenantId, before));
};

/** The same of a tenant that is connected, or was: one that is disconnected, also while Microsoft is asked, stays so. */
export const recheckConnection = async (desk: ConnectionDesk, tenantId: string): Promise<Connection> => {
  await requireAllowed(desk, tenantId);
  return recheck(desk, tenantId);
};

const recheck = (desk: ConnectionDesk, tenantId: string): Promise<Connection> =>
  changeConnection(desk, tenantId, (before) =>
    before.state === 'notConnected' ? Promise.resolve(before) : ask(desk, tenantId, before),
  );

const ask = async (desk: ConnectionDesk, tenantId: string, before: Connection): Promise<Connection> => {
  const checkedAt = desk.clock.now().toISOString();
  try {
    const token = await desk.appTokens.acquire(tenantId, { fresh: true });
    const { kind, organization } = before;
    const directory = desk.openDirectory(tenantId, { isUrgent: true });
    return { ...before, ...(await readGrant({ kind, token, directory, organization })), checkedAt };
  } catch (error) {
    if (error instanceof FinalRefusal) return { ...troubledBy(before, error), checkedAt };
    if (error instanceof AdminActionError) return { ...refusedBy(before, error), checkedAt };
    throw error;
  }
};

/** A refusal that says nothing about consent: what is known of the connection stays, and why it fails is told. */
export const troubledBy = (before: Connection, error: FinalRefusal): Connection => ({
  ...before,
  lastError: codeOf(error),
  problem: { code: error.code, message: error.message, ...saidBy(error) },
});

/** Entra's own number where there is one. */
const codeOf = ({ code, values }: UndersignError): string => {
  const number = values['entraCode'];
  return typeof number === 'string' ? number : code;
};

/** Entra says no: revoked if it worked before, otherwise not connected (yet). */
export const refusedBy = (before: Connection, error: AdminActionError): Connection => ({
  ...before,
  state: hasWorked(before) ? 'revoked' : before.state,
  grantedPermissions: [],
  missingPermissions: [...requiredPermissions, unitPermission],
  lastError: codeOf(error),
  problem: { code: error.code, message: error.message, ...saidBy(error) },
});
/** Lets go of the connection and its credentials; the tenant keeps its place. */
export const disconnect = async (desk: AdmissionDesk, tenantId: string): Promise<void> => {
  await changeConnection(desk, tenantId, (before) =>
    // Nothing is stored for a tenant of which nothing is.
    Promise.resolve(before === noConnection ? before : noConnection),
  );
};

/** The changed connection with the place it takes by this, or keeps. */
const admitted = async (
  { admission }: AdmissionDesk,
  tenantId: string,
  { before, changed }: { readonly before: Connection; readonly changed: Connection },
): Promise<Connection> => {
  if (hasWorked(changed) && !(await admission.admit(tenantId, before))) throw tenantNotAllowed(tenantId);
  const since = hasWorked(before) ? before : changed;
  const first = hasWorked(since) ? (since.connectedAt ?? since.checkedAt) : null;
  return { ...changed, firstConnectedAt: before.firstConnectedAt ?? first };
};

const tries = 5;

/**
 * Saves what becomes of the connection as it is now; when somebody else was first, all of it is done again on what they
 * saved. `change` may return what it was given, to leave it. A tenant that connects by this takes its place here; throws
 * RequestError 403 `tenant-not-allowed`, with nothing saved, where there is none for it.
 */
export const changeConnection = async (
  desk: AdmissionDesk,
  tenantId: string,
  change: (before: Connection) => Promise<Connection>,
): Promise<Connection> => {
  for (let attempt = 1; ; attempt += 1) {
    const found = await desk.connections.get(tenantId);
    const before = found?.value ?? noConnection;
    const changed = await change(before);
    if (changed === before) return before;
    const after = await admitted(desk, tenantId, { before, changed });
    try {
      await desk.connections.save(tenantId, after, found?.revision ?? 0);
      return after;
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt >= tries) throw error;
    }
  }
};
