import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { runChangePageSchema } from '../../server/src/contract/sync.ts';
import {
  personScopeSchema,
  teammatePageSchema,
  teammateSchema,
  type TeammateStatus,
} from '../../server/src/contract/teammates.ts';
import { useApi } from './ApiContext.tsx';

const oneKey = (id: string) => ['teammates', 'one', id];
const historyKey = (id: string) => ['teammates', 'history', id];

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

/** How many there are of each status. */
export function useTeammateTotal() {
  const api = useApi();
  return useQuery({
    queryKey: ['teammates', 'total'],
    queryFn: async ({ signal }) => {
      const page = await api.request('/api/teammates', teammatePageSchema, { signal, query: { limit: 1 } });
      return page.total;
    },
  });
}

/** One teammate; null asks for nobody. */
export function useTeammate(id: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: oneKey(id ?? ''),
    enabled: id !== null,
    queryFn: ({ signal }) => api.request(`/api/teammates/${id}`, teammateSchema, { signal }),
  });
}

/** Every change to one person, newest first. */
export function useTeammateHistory(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: historyKey(id),
    queryFn: ({ pageParam, signal }) =>
      api.request(`/api/teammates/${id}/history`, runChangePageSchema, {
        signal,
        query: { cursor: pageParam ?? undefined, limit: 50 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
  });
}

/** Why somebody takes part or not, asked of the directory now: of a teammate, or of anybody else in it. */
export function usePersonScope(of: 'teammates' | 'directory/users', id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['teammates', 'scope', of, id],
    queryFn: ({ signal }) => api.request(`/api/${of}/${id}/scope`, personScopeSchema, { signal }),
    staleTime: 60_000,
    // It costs Microsoft Graph several requests; looking at another window is no reason to ask again.
    refetchOnWindowFocus: false,
  });
}

function useTeammateAction(action: 'refresh' | 'restore') {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.request(`/api/teammates/${id}/${action}`, teammateSchema, { method: 'POST' }),
    onSuccess: (teammate, id) => {
      client.setQueryData(oneKey(id), teammate);
      const isOther = ({ queryKey }: { queryKey: readonly unknown[] }) =>
        queryKey[0] === 'teammates' && !(queryKey[1] === 'one' && queryKey[2] === id);
      return Promise.all([
        client.invalidateQueries({ predicate: isOther }),
        client.invalidateQueries({ queryKey: ['runs', 'list'] }),
      ]);
    },
  });
}

/** Reads one person from the directory now and applies what changed. */
export const useRefreshTeammate = () => useTeammateAction('refresh');

/** Undoes a removal. */
export const useRestoreTeammate = () => useTeammateAction('restore');
