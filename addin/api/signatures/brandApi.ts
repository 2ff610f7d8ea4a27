import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Brand } from '../../../server/src/contract/signatures/signatures.ts';
import { useApi } from '../client/ApiContext.tsx';

const key = ['brand'];

export function useBrand() {
  const api = useApi();
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.request('/api/brand', { signal }) });
}

/** Saves over exactly the revision that was read. What is made in the brand, such as the gallery, is made again. */
export function useSaveBrand() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { brand: Brand; revision: number }) => api.request('/api/brand', { method: 'PUT', body }),
    onSuccess: (saved) => {
      client.setQueryData(key, saved);
      return client.invalidateQueries({ queryKey: ['signatures'] });
    },
  });
}
