import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { AuditFilter } from '../../../server/src/contract/manage/audit.ts';
import { useApi } from '../client/ApiContext.tsx';

/** Newest first. */
export function useAudit(filter: AuditFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/audit', {
        signal,
        query: { ...filter, cursor: pageParam ?? undefined, limit: 30 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

export function useAuditExport() {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ filter, language }: { filter: AuditFilter; language: string }) =>
      (await api.open('/api/audit/export', { query: { ...filter, language }, accept: 'text/csv' })).blob(),
  });
}
