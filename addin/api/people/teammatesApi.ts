import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ComposeType } from '../../../server/src/contract/signatures/me.ts';
import type {
  overridesRequestSchema,
  Teammate,
  TeammateSort,
  TeammateStatus,
  TeammateView,
} from '../../../server/src/contract/people/teammates.ts';
import { useApi } from '../client/ApiContext.tsx';

const oneKey = (id: string) => ['teammates', 'one', id];
const historyKey = (id: string) => ['teammates', 'history', id];

/** What a list of teammates shows and in which order; left out: everybody but the removed, by name. */
export interface TeammateListing {
  readonly search: string;
  readonly status?: TeammateStatus | undefined;
  readonly view?: TeammateView | undefined;
  readonly sort?: TeammateSort;
  readonly order?: 'ascending' | 'descending';
}

const parametersOf = ({ search, status, view, sort, order }: TeammateListing) => ({
  search,
  status,
  view,
  sort,
  order,
});

export function useTeammates(listing: TeammateListing & { enabled?: boolean }) {
  const api = useApi();
  const { enabled = true } = listing;
  const parameters = parametersOf(listing);
  return useInfiniteQuery({
    queryKey: ['teammates', 'list', parameters],
    enabled,
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/teammates', {
        signal,
        query: { ...parameters, cursor: pageParam ?? undefined, limit: 100 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

/** How many match the search, by status and by view. */
export function useTeammateCounts(search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['teammates', 'counts', search],
    queryFn: ({ signal }) => api.request('/api/teammates/counts', { signal, query: { search } }),
    placeholderData: keepPreviousData,
  });
}

/** The whole list as a file for a spreadsheet. */
export function useTeammateExport() {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ listing, language }: { listing: TeammateListing; language: string }) => {
      const query = { ...parametersOf(listing), language };
      const response = await api.open('/api/teammates/export', { query, accept: 'text/csv' });
      return response.blob();
    },
  });
}

/** One teammate; null asks for nobody. */
export function useTeammate(id: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: oneKey(id ?? ''),
    enabled: id !== null,
    queryFn: ({ signal }) => api.request(`/api/teammates/${id}`, { signal }),
  });
}

/** What this person's mails end with. It follows whatever is read or set about them. */
export function useTeammateSignature(id: string, composeType: ComposeType) {
  const api = useApi();
  return useQuery({
    queryKey: ['teammates', 'signature', id, composeType],
    queryFn: ({ signal }) =>
      api.request(`/api/teammates/${id}/signature`, {
        signal,
        query: { composeType },
      }),
    placeholderData: keepPreviousData,
  });
}

/** By which rule this person gets it. It follows whatever the signature follows. */
export function useTeammateChoice(teammateId: string, composeType: ComposeType) {
  const api = useApi();
  return useQuery({
    queryKey: ['teammates', 'choice', teammateId, composeType],
    queryFn: ({ signal }) => api.request('/api/try', { method: 'POST', body: { teammateId, composeType }, signal }),
    placeholderData: keepPreviousData,
  });
}

export type SetOverrides = Omit<z.infer<typeof overridesRequestSchema>, 'overridesRevision'>;

/** Sets values in place of the directory's; null goes back to it. Refused where somebody else did meanwhile. */
export function useSetOverrides({ id, overridesRevision }: Pick<Teammate, 'id' | 'overridesRevision'>) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SetOverrides) =>
      api.request(`/api/teammates/${id}`, { method: 'PATCH', body: { overridesRevision, ...body } }),
    onSuccess: (teammate) => {
      client.setQueryData(oneKey(id), teammate);
      return client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'teammates' && queryKey[1] !== 'one' && queryKey[1] !== 'scope',
      });
    },
    // What the other admin set has to be seen before it is set again.
    onError: () => client.invalidateQueries({ queryKey: oneKey(id) }),
  });
}

/** Every change to one person, newest first. */
export function useTeammateHistory(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: historyKey(id),
    queryFn: ({ pageParam, signal }) =>
      api.request(`/api/teammates/${id}/history`, {
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
    queryFn: ({ signal }) => api.request(`/api/${of}/${id}/scope`, { signal }),
    staleTime: 60_000,
    // It costs Microsoft Graph several requests; looking at another window is no reason to ask again.
    refetchOnWindowFocus: false,
  });
}

/** One after the other, because each waits for the sync to be at rest; what fails is told by name. */
export function useTeammatesAction() {
  const api = useApi();
  const client = useQueryClient();
  const act = (action: 'refresh' | 'restore', id: string, signal: AbortSignal) =>
    api.request(`/api/teammates/${id}/${action}`, { method: 'POST', signal });
  const finish = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['teammates'] }),
      client.invalidateQueries({ queryKey: ['runs', 'list'] }),
    ]);
  return { act, finish };
}

function useTeammateAction(action: 'refresh' | 'restore') {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.request(`/api/teammates/${id}/${action}`, { method: 'POST' }),
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
