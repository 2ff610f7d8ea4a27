import { createHash } from 'node:crypto';
import type { EventMarks } from '../../contract/sync/events.ts';
import type { Repositories } from '../../ports/repositories.ts';

/** More never run or end between two looks. */
const newestRuns = 5;

const markOf = (facts: unknown): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 12);

/**
 * What to tell a stale page by, from the store alone: every replica says the same, whoever made the change. A handful of
 * small reads. Throws StorageError.
 */
export const readMarks = async (repositories: Repositories, tenantId: string): Promise<EventMarks> => {
  const { connections, selections, settings, syncStates, checkpoints, runs, teammates, proposals } = repositories;
  const [connection, selection, setting, state, checkpoint, newest, held, proposed] = await Promise.all([
    connections.get(tenantId),
    selections.get(tenantId),
    settings.get(tenantId),
    syncStates.get(tenantId),
    checkpoints.get(tenantId),
    runs.page(tenantId, { limit: newestRuns }),
    teammates.countHeld(tenantId),
    proposals.count(tenantId),
  ]);
  const ofRuns = newest.items.map(({ id, status, cancelRequested }) => [id, status, cancelRequested]);
  return {
    connection: markOf(connection?.revision ?? 0),
    selection: markOf(selection?.revision ?? 0),
    settings: markOf(setting.revision),
    sync: markOf([
      connection?.value.state,
      selection?.revision,
      setting.revision,
      state.revision,
      checkpoint?.at,
      ofRuns,
      held,
    ]),
    runs: markOf([ofRuns, held, proposed]),
  };
};
