import type { RunsQuery } from '../../contract/sync/sync.ts';
import { finishedStatuses, type Run } from '../../domain/run/run.ts';
import type { PageOf } from '../../ports/pages.ts';
import type { RunRepository } from '../../ports/repositories/runRepositories.ts';
import { pageRequest } from './pageRequest.ts';

/** So many pages are read through for one answer; where nothing fits in them, the answer is an empty page with a cursor. */
const mostPages = 10;

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
  let { cursor } = query;
  for (let read = 0; ; read += 1) {
    const page = await runs.page(tenantId, pageRequest({ limit: query.limit, cursor }));
    const items = page.items.filter(fits(query));
    if (items.length > 0 || page.cursor === null || read >= mostPages) return { items, cursor: page.cursor };
    cursor = page.cursor;
  }
};
