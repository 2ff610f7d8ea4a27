import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Assignments, TryRequest } from '../../../server/src/contract/signatures/assignments.ts';
import { useApi } from '../client/ApiContext.tsx';

const key = ['assignments'];

export function useAssignments({ enabled = true } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: [...key, 'saved'],
    enabled,
    queryFn: ({ signal }) => api.request('/api/assignments', { signal }),
  });
}

/** Saves over exactly the revision that was read, so nobody's change is lost unseen (409 otherwise). */
export function useSaveAssignments() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { assignments: Assignments; revision: number }) =>
      api.request('/api/assignments', { method: 'PUT', body }),
    onSuccess: (saved) => {
      client.setQueryData([...key, 'saved'], saved);
      return Promise.all([
        client.invalidateQueries({ queryKey: [...key, 'effect'] }),
        client.invalidateQueries({ queryKey: [...key, 'people'] }),
        client.invalidateQueries({ queryKey: [...key, 'tried'] }),
        client.invalidateQueries({ queryKey: ['signatures', 'list'] }),
      ]);
    },
  });
}

/** What these rules would do; null asks for nothing. */
export function useAssignmentEffect(assignments: Assignments | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...key, 'effect', assignments],
    queryFn:
      assignments === null
        ? skipToken
        : ({ signal }) => api.request('/api/assignments/effect', { method: 'POST', body: { assignments }, signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

/** Which signature somebody gets in a mail, and why; null asks for nothing. */
export function useTriedSignature(question: TryRequest | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...key, 'tried', question],
    queryFn:
      question === null
        ? skipToken
        : ({ signal }) => api.request('/api/try', { method: 'POST', body: question, signal }),
    placeholderData: keepPreviousData,
  });
}
