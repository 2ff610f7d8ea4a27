import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { FindingFilter } from '../../../server/src/contract/people/completeness.ts';
import { useApi } from '../client/ApiContext.tsx';

/** Below the teammates: whatever changes those, changes this. */
const key = ['teammates', 'completeness'];

/** How complete the teammates are, all of them counted. */
export function useCompleteness() {
  const api = useApi();
  return useQuery({
    queryKey: [...key, 'counts'],
    queryFn: ({ signal }) => api.request('/api/completeness', { signal }),
  });
}

/** Who has what wrong, by name. */
export function useFindings({ kind, field, search }: FindingFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...key, 'people', kind, field, search],
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/completeness/people', {
        signal,
        query: { kind, field, search, cursor: pageParam ?? undefined, limit: 100 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

/** The same as a file for a spreadsheet. */
export function useFindingExport() {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ filter, language }: { filter: FindingFilter; language: string }) => {
      const query = { ...filter, language };
      return (await api.open('/api/completeness/export', { query, accept: 'text/csv' })).blob();
    },
  });
}
