import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { RunsQuery } from '../../../server/src/contract/sync/sync.ts';
import { useApi } from '../client/ApiContext.tsx';

export const runListKey = ['runs', 'list'];

export type RunFilter = Pick<RunsQuery, 'kind' | 'trigger' | 'status'>;

/** Newest first. */
export function useRuns({ kind, trigger, status }: RunFilter = {}) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...runListKey, 'pages', kind, trigger, status],
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/sync/runs', {
        signal,
        query: { kind, trigger, status, cursor: pageParam ?? undefined, limit: 20 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}
