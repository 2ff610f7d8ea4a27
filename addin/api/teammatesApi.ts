import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { teammatePageSchema, teammateSchema, type TeammateStatus } from '../../server/src/contract/teammates.ts';
import { useApi } from './ApiContext.tsx';

export function useTeammates(filter: { search: string; status: TeammateStatus | undefined; enabled?: boolean }) {
  const api = useApi();
  const { search, status, enabled = true } = filter;
  return useInfiniteQuery({
    queryKey: ['teammates', 'list', search, status],
    enabled,
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/teammates', teammatePageSchema, {
        signal,
        query: { search, status, cursor: pageParam ?? undefined, limit: 100 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

export function useTeammate(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['teammates', 'one', id],
    queryFn: ({ signal }) => api.request(`/api/teammates/${id}`, teammateSchema, { signal }),
  });
}
