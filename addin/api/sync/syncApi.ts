import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HeldDecision } from '../../../server/src/contract/sync/sync.ts';
import { useApi } from '../client/ApiContext.tsx';
import { useIsLive } from '../live/LiveEvents.tsx';

export const syncKey = ['sync'];

/** In milliseconds: where changes announce themselves, and where one has to ask, more often while a run is under way. */
const askAgain = { live: 60_000, running: 5_000, else: 20_000 };

/** How the sync is doing by itself. */
export function useSyncStatus({ enabled = true } = {}) {
  const api = useApi();
  const isLive = useIsLive();
  return useQuery({
    queryKey: [...syncKey, 'status'],
    enabled,
    queryFn: ({ signal }) => api.request('/api/sync/status', { signal }),
    refetchInterval: ({ state }) => {
      if (isLive) return askAgain.live;
      return typeof state.data?.activeRunId === 'string' ? askAgain.running : askAgain.else;
    },
  });
}

/** The departures that wait for an admin. */
export function useHeld() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...syncKey, 'held'],
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/sync/held', { signal, query: { cursor: pageParam ?? undefined, limit: 100 } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
  });
}

export interface HeldOrder extends HeldDecision {
  readonly runId: string;
}

/** Carries out decisions run by run and says how many people they were about. */
export function useDecideHeld() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (orders: readonly HeldOrder[]) => {
      let decided = 0;
      for (const { runId, ...body } of orders) {
        const outcome = await api.request(`/api/sync/runs/${runId}/held`, { method: 'POST', body });
        decided += outcome.decided;
      }
      return decided;
    },
    // Of several runs the first may be decided when the second fails, so the lists are read again either way.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: syncKey }),
        client.invalidateQueries({ queryKey: ['teammates'] }),
        client.invalidateQueries({ queryKey: ['run-entries'] }),
        // The runs that held them count them as gone.
        client.invalidateQueries({ queryKey: ['runs'] }),
      ]),
  });
}
