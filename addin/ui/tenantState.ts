import type { Connection } from '../../server/src/contract/manage/connection.ts';
import type { SyncStatus } from '../../server/src/contract/sync/sync.ts';

/** How we reach the tenant: what the server found, and, where it fails, what for. */
export type ConnectionState = Connection['state'] | 'credentialEnded' | 'troubled';

/** How a tenant is doing, in one word. */
export type TenantState =
  | Exclude<ConnectionState, 'connected'>
  | 'nothingPicked'
  | 'paused'
  | 'failing'
  | 'waiting'
  | 'active';

export type ConnectionFacts = Pick<Connection, 'state' | 'problem' | 'registration'>;
export type SyncFacts = Pick<SyncStatus, 'isActive' | 'isPaused' | 'lastFailure' | 'lastSync'>;

export function connectionState({ state, problem, registration }: ConnectionFacts): ConnectionState {
  if (state === 'revoked') {
    const hasEnded = registration?.warning === 'expired' || problem?.code === 'secret-expired';
    return hasEnded ? 'credentialEnded' : 'revoked';
  }
  return state === 'connected' && problem !== null ? 'troubled' : state;
}

/**
 * The one place that decides how a tenant is doing; the overview, the chip, Sync and Connection show this. By what has to be
 * settled first: without a connection nothing else matters.
 */
export function tenantState(status: SyncFacts, connection: ConnectionFacts): TenantState {
  const reached = connectionState(connection);
  if (reached !== 'connected') return reached;
  if (status.isPaused) return 'paused';
  if (status.lastFailure !== null) return 'failing';
  if (status.isActive) return status.lastSync === null ? 'waiting' : 'active';
  return 'nothingPicked';
}

const unreached: readonly TenantState[] = [
  'notConnected',
  'refused',
  'granting',
  'incomplete',
  'revoked',
  'credentialEnded',
  'troubled',
];

/** States of the connection, before which nothing of the sync counts. */
export const isUnreached = (state: TenantState): state is Exclude<ConnectionState, 'connected'> =>
  unreached.includes(state);
