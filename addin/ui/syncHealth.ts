import type { Connection } from '../../server/src/contract/manage/connection.ts';
import type { SyncStatus } from '../../server/src/contract/sync/sync.ts';

export type SyncHealth =
  'notConnected' | 'permissionsMissing' | 'nothingPicked' | 'paused' | 'failing' | 'waiting' | 'active';

type Facts = Pick<SyncStatus, 'isActive' | 'isPaused' | 'lastFailure' | 'lastSync'>;

/** The one place that decides how a tenant's sync is doing; every screen shows this. By what has to be settled first: without a connection nothing else matters. */
export function syncHealth(status: Facts, connection: Connection['state']): SyncHealth {
  if (connection === 'incomplete') return 'permissionsMissing';
  if (connection !== 'connected') return 'notConnected';
  if (status.isPaused) return 'paused';
  if (status.lastFailure !== null) return 'failing';
  if (status.isActive) return status.lastSync === null ? 'waiting' : 'active';
  return 'nothingPicked';
}
