import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import type { SyncStatus } from '../../../server/src/contract/sync/sync.ts';
import { syncHealth } from '../../ui/syncHealth.ts';

export interface Need {
  readonly kind:
    'revoked' | 'incomplete' | 'failing' | 'paused' | 'held' | 'proposals' | 'secretExpired' | 'secretEnds';
  readonly intent: 'error' | 'warning';
  readonly to: '/connect' | '/sync' | '/sync/held' | '/teammates/proposals';
  /** People or days, where the sentence counts. */
  readonly count: number;
}

type Facts = Pick<SyncStatus, 'isActive' | 'isPaused' | 'lastFailure' | 'lastSync' | 'held'>;

const need = (kind: Need['kind'], to: Need['to'], { intent = 'warning' as Need['intent'], count = 0 } = {}): Need => ({
  kind,
  intent,
  to,
  count,
});

function syncNeeds(status: Facts, connection: Connection['state']): Need[] {
  if (connection === 'revoked') return [need('revoked', '/connect', { intent: 'error' })];
  const health = syncHealth(status, connection);
  if (health === 'permissionsMissing') return [need('incomplete', '/connect')];
  if (health === 'failing') return [need('failing', '/sync', { intent: 'error' })];
  return health === 'paused' ? [need('paused', '/sync')] : [];
}

function secretNeeds(registration: Connection['registration']): Need[] {
  if (!registration || registration.warning === null) return [];
  if (registration.warning === 'expired') return [need('secretExpired', '/connect', { intent: 'error' })];
  return [need('secretEnds', '/connect', { count: registration.daysLeft ?? 0 })];
}

/** Everything that does not settle itself, the worst first. While there is any, no screen says that all is well. */
export function needsYou(
  status: Facts,
  connection: Pick<Connection, 'state' | 'registration'>,
  proposals: number,
): readonly Need[] {
  const all = [
    ...syncNeeds(status, connection.state),
    ...secretNeeds(connection.registration),
    ...(status.held > 0 ? [need('held', '/sync/held', { count: status.held })] : []),
    ...(proposals > 0 ? [need('proposals', '/teammates/proposals', { count: proposals })] : []),
  ];
  const rank = ({ intent }: Need) => (intent === 'error' ? 0 : 1);
  return all.toSorted((a, b) => rank(a) - rank(b));
}
