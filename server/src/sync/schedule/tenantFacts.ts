import type { Connection } from '../../domain/connection/connection.ts';
import type { SyncState } from '../../domain/schedule/syncState.ts';
import { isEmptySelection, type Selection } from '../../domain/scope/selection.ts';
import type { SyncSettings } from '../../domain/settings/syncSettings.ts';
import type { Checkpoint } from '../../ports/repositories/runRepositories.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Versioned } from '../../ports/versioned.ts';
import { readSelection } from '../scope/readSelection.ts';

/** What decides whether and when a tenant is synced by itself. */
export interface TenantFacts {
  readonly connection: Connection['state'];
  readonly selection: Selection;
  readonly settings: SyncSettings;
  readonly checkpoint: Checkpoint | null;
  readonly state: Versioned<SyncState>;
}

export const readTenantFacts = async (repositories: Repositories, tenantId: string): Promise<TenantFacts> => ({
  connection: (await repositories.connections.get(tenantId))?.value.state ?? 'notConnected',
  selection: await readSelection(repositories, tenantId),
  settings: (await repositories.settings.get(tenantId)).value,
  checkpoint: await repositories.checkpoints.get(tenantId),
  state: await repositories.syncStates.get(tenantId),
});

/** Something is picked and nobody paused. */
export const isReady = ({ selection, settings }: Pick<TenantFacts, 'selection' | 'settings'>): boolean =>
  !settings.isPaused && !isEmptySelection(selection);

/**
 * - off: not connected, nothing picked, never synced, or paused: left alone.
 * - refused: it was connected, and Entra refuses us now: only asked whether that has changed.
 * - on: synced by itself.
 */
export type Standing = 'off' | 'refused' | 'on';

export const standingOf = (facts: TenantFacts): Standing => {
  if (facts.checkpoint === null || !isReady(facts)) return 'off';
  if (facts.connection === 'connected') return 'on';
  return facts.connection === 'revoked' || facts.connection === 'incomplete' ? 'refused' : 'off';
};
