import { useEffect } from 'react';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { Selection } from '../../../server/src/contract/people/selection.ts';
import type { PlanAction, Run } from '../../../server/src/contract/sync/sync.ts';
import { useApi } from '../client/ApiContext.tsx';
import { isFinished } from '../live/isFinished.ts';
import { watchRun } from '../live/watchRun.ts';
import { runListKey } from './runListApi.ts';
import { syncKey } from './syncApi.ts';

const runKey = (id: string) => ['runs', 'one', id];
/** What a finished run may have changed elsewhere on the screen. */
const refreshAfter = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: runListKey }),
    client.invalidateQueries({ queryKey: ['teammates'] }),
    client.invalidateQueries({ queryKey: ['smart-fields', 'saved'] }),
    client.invalidateQueries({ queryKey: ['run-entries'] }),
    client.invalidateQueries({ queryKey: syncKey }),
  ]);

/** One run, live while it is under way. */
export function useRun(id: string) {
  const api = useApi();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: runKey(id),
    queryFn: ({ signal }) => api.request(`/api/sync/runs/${id}`, { signal }),
  });
  const isLive = query.data !== undefined && !isFinished(query.data);
  useEffect(() => {
    if (!isLive) return undefined;
    const stop = new AbortController();
    const onRun = (run: Run) => {
      client.setQueryData(runKey(id), run);
      if (isFinished(run)) void refreshAfter(client);
    };
    void watchRun(api, { runId: id, signal: stop.signal, onRun });
    return () => stop.abort();
  }, [api, client, id, isLive]);
  return query;
}

function useRunMutation<Input>(start: (input: Input) => Promise<Run>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: start,
    onSuccess: (run) => {
      client.setQueryData(runKey(run.id), run);
      return Promise.all([
        client.invalidateQueries({ queryKey: runListKey }),
        client.invalidateQueries({ queryKey: syncKey }),
      ]);
    },
  });
}

/** Without a selection it previews the saved one. */
export function useStartPreview() {
  const api = useApi();
  return useRunMutation((selection: Selection | null) =>
    api.request('/api/sync/preview', { method: 'POST', body: selection ? { selection } : {} }),
  );
}

export interface SyncOrder {
  /** refresh looks at what changed; full compares everybody. */
  readonly mode: 'refresh' | 'full';
  readonly approvedDepartures: number;
}

export function useStartSync() {
  const api = useApi();
  return useRunMutation((body: SyncOrder) => api.request('/api/sync/runs', { method: 'POST', body }));
}

export function useCancelRun() {
  const api = useApi();
  return useRunMutation((id: string) => api.request(`/api/sync/runs/${id}/cancel`, { method: 'POST' }));
}

export interface EntryFilter {
  readonly runId: string;
  readonly action: PlanAction | undefined;
  readonly search: string;
  readonly enabled: boolean;
}

/** What a preview would do, person by person. */
export function usePlanEntries({ runId, action, search, enabled }: EntryFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['run-entries', 'plan', runId, action, search],
    enabled,
    queryFn: ({ pageParam, signal }) =>
      api.request(`/api/sync/runs/${runId}/plan`, {
        signal,
        query: { action, search, cursor: pageParam ?? undefined, limit: 100 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

/** What a sync did, person by person. */
export function useRunChanges({ runId, action, search, enabled }: EntryFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['run-entries', 'changes', runId, action, search],
    enabled,
    queryFn: ({ pageParam, signal }) =>
      api.request(`/api/sync/runs/${runId}/changes`, {
        signal,
        query: { action, search, cursor: pageParam ?? undefined, limit: 100 },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

/** What is shown of a preview or a sync, as a file for a spreadsheet. */
export function useEntryExport(of: 'plan' | 'changes', runId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: async (query: Pick<EntryFilter, 'action' | 'search'> & { language: string }) =>
      (await api.open(`/api/sync/runs/${runId}/${of}/export`, { query, accept: 'text/csv' })).blob(),
  });
}
