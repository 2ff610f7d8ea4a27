import { factsOf, thinChange } from '../../domain/history/thinHistory.ts';
import type { RunChange } from '../../domain/run/run.ts';
import { afterPage, windowOf, type HistoryPlace, type HistoryTurn } from './historyPlace.ts';
import type { PageRequest } from '../../ports/pages/pages.ts';
import { allPages } from '../../ports/pages/allPages.ts';

/** Changes looked at in one turn. */
const perTurn = 200;

/**
 * Forgets of the next old changes what later ones tell anew; of people who are no teammates any more, everything.
 */
export const thinOldChanges = async (place: HistoryPlace): Promise<HistoryTurn> => {
  const { repositories, tenantId, cutoff } = place;
  const page = await repositories.runChanges.pageOldest(tenantId, windowOf(place, perTurn));
  const old = page.items.filter(({ at }) => at < cutoff);
  const byTeammate = Map.groupBy(old, ({ teammateId }) => teammateId);
  const kept = new Set((await repositories.teammates.getMany(tenantId, [...byTeammate.keys()])).map(({ id }) => id));
  for (const [teammateId, changes] of byTeammate) {
    if (kept.has(teammateId)) await thin(place, teammateId, changes);
    else await repositories.runChanges.remove(tenantId, changes);
  }
  return afterPage(page, old);
};

const thin = async (place: HistoryPlace, teammateId: string, old: readonly RunChange[]): Promise<void> => {
  const { repositories, tenantId } = place;
  const open = new Map(old.map((change) => [change.runId, change]));
  const wanted = old.flatMap(factsOf);
  const told = new Set<string>();
  const thinned: RunChange[] = [];
  for await (const change of newestFirst(place, teammateId)) {
    if (wanted.every((fact) => told.has(fact))) break;
    const left = open.has(change.runId) ? thinChange(change, told) : null;
    if (left !== null) open.delete(change.runId);
    if (left !== null && left !== change) thinned.push(left);
    for (const fact of factsOf(change)) told.add(fact);
  }
  // Whatever is still open was told anew, all of it.
  await repositories.runChanges.add(tenantId, thinned);
  await repositories.runChanges.remove(tenantId, [...open.values()]);
};

async function* newestFirst({ repositories, tenantId }: HistoryPlace, teammateId: string): AsyncGenerator<RunChange> {
  const read = (request: PageRequest) => repositories.runChanges.pageOfTeammate(tenantId, teammateId, request);
  for await (const changes of allPages(50, read)) yield* changes;
}
