import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { AssignedFilter } from '../../../server/src/contract/signatures/assigned.ts';
import { useApi } from '../client/ApiContext.tsx';

/** Who has which signature, by name. Below the rules: whatever changes those, changes this. */
export function useAssigned({ composeType, ruleId, signatureId, otherwise, none, search }: AssignedFilter) {
  const api = useApi();
  const filter = { composeType, ruleId, signatureId, otherwise, none, search };
  return useInfiniteQuery({
    queryKey: ['assignments', 'people', filter],
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/assignments/people', {
        signal,
        query: { ...filter, cursor: pageParam ?? undefined, limit: 100 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

/** The same as a file for a spreadsheet. */
export function useAssignedExport() {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ filter, language }: { filter: AssignedFilter; language: string }) => {
      const query = { ...filter, language };
      return (await api.open('/api/assignments/people/export', { query, accept: 'text/csv' })).blob();
    },
  });
}
