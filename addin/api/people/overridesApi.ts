import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ManyOverridesSet, SetManyOverrides } from '../../../server/src/contract/people/overridesFile.ts';
import { useApi } from '../client/ApiContext.tsx';

export type PersonOverrides = SetManyOverrides['people'][number];

/** What a CSV would set, row by row; stores nothing. */
export function usePlanOverrides() {
  const api = useApi();
  return useMutation({
    mutationFn: (file: File) =>
      api.request('/api/overrides/file', {
        method: 'POST',
        // Whatever the system takes a .csv for, it is sent as one.
        file: new Blob([file], { type: 'text/csv' }),
      }),
  });
}

/** An empty CSV with a column for each field that can be set by hand. */
export function useOverridesTemplate() {
  const api = useApi();
  return useMutation({
    mutationFn: async (language: string) =>
      (await api.open('/api/overrides/file', { query: { language }, accept: 'text/csv' })).blob(),
  });
}

/** Sets values of some people, and reads anew what shows them once all is done. */
export function useSetManyOverrides() {
  const api = useApi();
  const client = useQueryClient();
  const set = (body: SetManyOverrides, signal: AbortSignal): Promise<ManyOverridesSet> =>
    api.request('/api/overrides', { method: 'POST', body, signal });
  const finish = () => client.invalidateQueries({ queryKey: ['teammates'] });
  return { set, finish };
}
