import { useQueries } from '@tanstack/react-query';
import type { Run, RunChange } from '../../../server/src/contract/sync/sync.ts';
import { useApi } from '../client/ApiContext.tsx';

const wanted = 5;

const touched = ({ counts }: Pick<Run, 'counts'>): number =>
  counts.add + counts.update + counts.enable + counts.disable + counts.remove;

/** The newest syncs that changed enough people between them. */
export function runsToAsk(newestFirst: readonly Pick<Run, 'id' | 'kind' | 'counts'>[]): readonly string[] {
  const ids: string[] = [];
  let found = 0;
  for (const run of newestFirst) {
    if (found >= wanted) break;
    if (run.kind !== 'sync' || touched(run) === 0) continue;
    ids.push(run.id);
    found += touched(run);
  }
  return ids;
}

/** The last people that syncs touched, newest run first. */
export function useLastChanges(newestFirst: readonly Run[]): { changes: readonly RunChange[]; isLoading: boolean } {
  const api = useApi();
  const pages = useQueries({
    queries: runsToAsk(newestFirst).map((id) => ({
      queryKey: ['run-entries', 'last', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.request(`/api/sync/runs/${id}/changes`, { signal, query: { limit: wanted } }),
      staleTime: 60_000,
    })),
  });
  return {
    changes: pages.flatMap((page) => page.data?.items ?? []).slice(0, wanted),
    isLoading: pages.some((page) => page.isLoading),
  };
}
