import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { teammateTotalSchema } from '../../../server/src/contract/people/teammateTotal.ts';
import { useApi } from '../client/ApiContext.tsx';

/** All that is needed of a page of teammates here; the rest of it is not downloaded with the first page for that. */
const counted = z.object({ total: teammateTotalSchema.nullable() });

/** How many there are of each status. */
export function useTeammateTotal() {
  const api = useApi();
  return useQuery({
    queryKey: ['teammates', 'total'],
    queryFn: async ({ signal }) => {
      const page = await api.request('/api/teammates', counted, { signal, query: { limit: 1 } });
      return page.total;
    },
  });
}
