import { finishedStatuses, type Run } from '../../domain/run/run.ts';
import { afterPage, windowOf, type HistoryPlace, type HistoryTurn } from './historyPlace.ts';
import { allPages } from '../../ports/pages/allPages.ts';

/** Runs looked at in one turn, and entries of their plans that one turn forgets. */
const runsPerTurn = 50;
const entriesPerTurn = 1000;

/**
 * Forgets the next old runs and previews, these with their plans. A run stays while a change or a held departure leads
 * to it, and the last sync stays, as does the last that succeeded; a preview without its plan would tell nothing.
 */
export const forgetOldRuns = async (place: HistoryPlace): Promise<HistoryTurn> => {
  const { repositories, tenantId, cutoff, cursor } = place;
  const page = await repositories.runs.pageOldest(tenantId, windowOf(place, runsPerTurn));
  const old = page.items.filter(({ startedAt }) => startedAt < cutoff);
  const standing = openStanding(place);
  for (const run of old.filter(({ status }) => finishedStatuses.includes(status))) {
    const hasMore = await repositories.planEntries.removeSome(tenantId, run.id, entriesPerTurn);
    // What is left of this plan is a turn's work of its own.
    if (hasMore) return { isDone: false, cursor };
    if (!(await standing.stays(run))) await repositories.runs.remove(tenantId, [run.id]);
  }
  return afterPage(page, old);
};

/** Whether a run has to stay; what is asked about several is read once. */
const openStanding = (place: HistoryPlace) => {
  const { repositories, tenantId } = place;
  let holding: Promise<ReadonlySet<string>> | undefined;
  const newest = new Map<string, Promise<string>>();

  const newestLike = (run: Run, isAlike: (other: Run) => boolean, name: string): Promise<string> => {
    const found = newest.get(name) ?? findNewest(place, isAlike, run);
    newest.set(name, found);
    return found;
  };
  const isLast = async (run: Run): Promise<boolean> => {
    const { id, kind, status } = run;
    if (kind === 'preview') return false;
    if ((await newestLike(run, (other) => other.kind === kind, kind)) === id) return true;
    if (status !== 'succeeded') return false;
    const isAlike = (other: Run): boolean => other.kind === kind && other.status === status;
    return (await newestLike(run, isAlike, `${kind} ${status}`)) === id;
  };
  const isLedTo = async ({ id, counts }: Run): Promise<boolean> => {
    if ((await repositories.runChanges.pageOfRun(tenantId, id, { limit: 1 })).items.length > 0) return true;
    if (counts.hold === 0) return false;
    holding ??= runsThatHold(place);
    return (await holding).has(id);
  };
  return {
    stays: async (run: Run): Promise<boolean> =>
      (await repositories.checkpoints.get(tenantId))?.runId === run.id || (await isLedTo(run)) || (await isLast(run)),
  };
};

/** The newest run alike; walks no further than this one, which is. */
const findNewest = async (
  { repositories, tenantId }: HistoryPlace,
  isAlike: (other: Run) => boolean,
  run: Run,
): Promise<string> => {
  for await (const runs of allPages(200, (request) => repositories.runs.page(tenantId, request))) {
    const found = runs.find(isAlike);
    if (found !== undefined) return found.id;
  }
  return run.id;
};

const runsThatHold = async ({ repositories, tenantId }: HistoryPlace): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for await (const held of allPages(500, (request) => repositories.teammates.pageHeld(tenantId, request)))
    for (const { departure } of held) if (departure?.state === 'held') found.add(departure.runId);
  return found;
};
