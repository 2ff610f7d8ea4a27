import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedSelection, Selection } from '../../../server/src/contract/people/selection.ts';
import { useApi } from '../client/ApiContext.tsx';

const key = ['selection'];

export function useSavedSelection({ enabled = true } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: key,
    enabled,
    queryFn: ({ signal }) => api.request('/api/selection', { signal }),
  });
}

/** How many people a selection covers, by what the last sync read; those left out come page by page. */
export function useEstimate(selection: Selection) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['estimate', selection],
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/selection/estimate', {
        method: 'POST',
        signal,
        body: { selection, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

/** Saves over exactly the revision that was read, so nobody's change is lost unseen (412 otherwise). */
export function useSaveSelection() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SavedSelection) => api.request('/api/selection', { method: 'PUT', body }),
    onSuccess: (saved) => client.setQueryData(key, saved),
  });
}
