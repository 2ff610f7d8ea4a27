import { withEntraRole } from '../../domain/access/roleGrants.ts';
import { hasConnected } from '../../domain/connection/connection.ts';
import { StaleRevision } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Actor } from '../apiOptions.ts';
import { entraRoleOf } from './roleOf.ts';

interface NoteDesk {
  readonly repositories: Pick<Repositories, 'roleGrants' | 'connections'>;
  readonly clock: Clock;
}

/** Remembers that somebody came in whom Entra gives a role, so that the list of roles can show them. Once a day each. */
export const noteEntraRole = async ({ repositories, clock }: NoteDesk, actor: Actor): Promise<void> => {
  const { tenantId, userId: id, displayName } = actor;
  const role = entraRoleOf(actor);
  if (role === null) return;
  const connection = await repositories.connections.get(tenantId);
  // Anybody in the world can have a tenant: nothing is kept of one that never connected.
  if (connection === null || !hasConnected(connection.value)) return;
  const { value, revision } = await repositories.roleGrants.get(tenantId);
  const seen = withEntraRole(value, {
    person: { id, displayName },
    role,
    seenOn: clock.now().toISOString().slice(0, 10),
  });
  if (seen === value) return;
  try {
    await repositories.roleGrants.save(tenantId, seen, revision);
  } catch (error) {
    // Somebody saved at the same moment; the next sign-in tells it again.
    if (!(error instanceof StaleRevision)) throw error;
  }
};
