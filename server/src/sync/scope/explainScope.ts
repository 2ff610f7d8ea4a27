import { RequestError } from '../../domain/errors.ts';
import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { resolveScope } from '../../domain/scope/resolveScope.ts';
import type { ScopeVerdict } from '../../domain/scope/scopeReason.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { PlanSources } from '../plan/planSources.ts';
import { readSelection } from './readSelection.ts';
import { scopeContextOf } from '../plan/scanDecisions.ts';
import { asComplete } from '../snapshot/completeSnapshot.ts';
import { findRefreshable } from '../snapshot/refreshSnapshot.ts';

export interface ExplainDesk {
  readonly repositories: Repositories;
  readonly directory: DirectoryReader;
  readonly clock: Clock;
}

export interface Explanation {
  /** As the directory has them now; null when it has nobody with this id. */
  readonly person: DirectoryUser | null;
  readonly teammate: Teammate | null;
  readonly verdict: ScopeVerdict;
  readonly sources: PlanSources;
}

/**
 * Why one directory user is in scope or not: today's profile from the directory, memberships as of the last sync.
 * Throws RequestError 409 `not-synced-yet` while there was no sync of the saved selection, and 404 for an id that
 * neither the directory nor we know.
 */
export const explainScope = async (desk: ExplainDesk, tenantId: string, id: string): Promise<Explanation> => {
  const { repositories, directory } = desk;
  const sources = await sourcesOf(desk, tenantId);
  const { people, unreadable } = await directory.readUsers([id]);
  const teammate = await repositories.teammates.get(tenantId, id);
  // Unreadable today, they are as they were.
  const person = people[0] ?? (unreadable.length > 0 ? (teammate?.profile ?? null) : null);
  if (person === null && teammate === null) {
    throw new RequestError(
      404,
      'not-found',
      'Nobody with this id is in the directory, and we never kept anybody with it.',
    );
  }
  const memberships = await repositories.snapshots.personMemberships(tenantId, sources.snapshot.head.id, id);
  const context = await scopeContextOf(sources);
  const verdict = resolveScope(context, { id, person, containerIds: memberships.map((edge) => edge.containerId) });
  // No snapshot has them, so no plan ever comes to them: only here somebody asks.
  if (await repositories.personalData.isErased(tenantId, id))
    return { person, teammate, verdict: { inScope: false, omission: { kind: 'erased' }, despite: [] }, sources };
  return { person, teammate, verdict, sources };
};

const sourcesOf = async ({ repositories, clock }: ExplainDesk, tenantId: string): Promise<PlanSources> => {
  const selection = await readSelection(repositories, tenantId);
  const checkpoint = await repositories.checkpoints.get(tenantId);
  const head = await findRefreshable({ snapshots: repositories.snapshots, tenantId }, checkpoint, selection);
  const snapshot = head === null ? null : asComplete(head);
  if (snapshot === null) {
    throw new RequestError(
      409,
      'not-synced-yet',
      'The saved selection was not synced yet. Sync first, then we can say why.',
    );
  }
  const settings = (await repositories.settings.get(tenantId)).value;
  return {
    repositories,
    tenantId,
    selection,
    snapshot,
    settings,
    now: clock.now(),
    includesHeld: false,
    suspicious: new Set(),
  };
};
