import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { RolloutView } from '../../../server/src/contract/manage/rollout.ts';
import { useApi } from '../client/ApiContext.tsx';

/** How far the add-in has reached the teammates. */
export function useRollout() {
  const api = useApi();
  return useQuery({
    queryKey: ['rollout'],
    queryFn: ({ signal }) => api.request('/api/rollout', { signal }),
  });
}

/** Active teammates with where they were last seen. */
export function useRolloutPeople(view: RolloutView) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['rollout', view],
    queryFn: ({ signal, pageParam }) =>
      api.request('/api/rollout/people', {
        signal,
        query: { view, limit: '100', ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
  });
}

/** The same as a file for a spreadsheet. */
export function useRolloutExport() {
  const api = useApi();
  return useMutation({
    mutationFn: async (query: { view: RolloutView; language: string }) =>
      (await api.open('/api/rollout/people/export', { query, accept: 'text/csv' })).blob(),
  });
}

/** In which Outlook one teammate was seen. */
export function useTeammateOutlook(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['rollout', 'one', id],
    queryFn: ({ signal }) => api.request(`/api/teammates/${id}/outlook`, { signal }),
  });
}
