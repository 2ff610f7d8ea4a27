import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { decideProposalSchema } from '../../../server/src/contract/people/proposals.ts';
import { useApi } from '../client/ApiContext.tsx';

const key = ['proposals'];

/** People who filled in something that waits for approval, those first who have waited longest. */
export function useProposals() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ pageParam, signal }) =>
      api.request('/api/proposals', { signal, query: { cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
  });
}

/** How many people wait. */
export function useProposalCount() {
  const api = useApi();
  return useQuery({
    queryKey: [...key, 'count'],
    queryFn: async ({ signal }) => {
      const page = await api.request('/api/proposals', { signal, query: { limit: 1 } });
      return page.total ?? 0;
    },
  });
}

export interface ProposalOrder extends z.infer<typeof decideProposalSchema> {
  readonly teammateId: string;
}

/** Approves or refuses one value. What became of it meanwhile is read again, also where nothing could be decided. */
export function useDecideProposal() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ teammateId, ...body }: ProposalOrder) =>
      api.send(`/api/proposals/${teammateId}`, { method: 'POST', body }),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: key }), client.invalidateQueries({ queryKey: ['teammates'] })]),
  });
}
