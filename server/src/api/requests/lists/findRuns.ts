import type { RunsQuery } from '../../../contract/sync/sync.ts';
import { finishedStatuses, type Run } from '../../../domain/run/run.ts';
import type { PageOf } from '../../../ports/pages/pages.ts';
import type { RunRepository } from '../../../ports/repositories/runRepositories.ts';
import { firstThatFits } from './firstThatFits.ts';

const fits =
  ({ kind, trigger, status }: RunsQuery) =>
  (run: Run): boolean =>
    (kind === undefined || run.kind === kind) &&
    (trigger === undefined || run.trigger === trigger) &&
    (status === undefined || run.status === status || (status === 'running' && !finishedStatuses.includes(run.status)));

/** At most one of each kind, and found without looking through the others. */
const runningOnes = async (runs: RunRepository, tenantId: string, query: RunsQuery): Promise<PageOf<Run>> => {
  const found = await Promise.all((['sync', 'preview'] as const).map((kind) => runs.active(tenantId, kind)));
  return { items: found.filter((run) => run !== null).filter(fits(query)), cursor: null };
};

/** Runs that fit the filter, newest first. A page may hold fewer than asked for; its cursor says whether there are more. */
export const findRuns = async (runs: RunRepository, tenantId: string, query: RunsQuery): Promise<PageOf<Run>> => {
  if (query.status === 'running') return runningOnes(runs, tenantId, query);
  return firstThatFits(query, { read: (request) => runs.page(tenantId, request), fits: fits(query) });
};
