import { useQuery } from '@tanstack/react-query';
import { useApi } from '../client/ApiContext.tsx';

/** How many there are of each status. */
export function useTeammateTotal() {
  const api = useApi();
  return useQuery({
    queryKey: ['teammates', 'total'],
    queryFn: async ({ signal }) => {
      const page = await api.request('/api/teammates', { signal, query: { limit: 1 } });
      return page.total;
    },
  });
}
