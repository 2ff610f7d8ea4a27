import { useQuery } from '@tanstack/react-query';
import { sessionSchema } from '../../server/src/contract/session.ts';
import { useApi } from './ApiContext.tsx';

export function useSessionQuery() {
  const api = useApi();
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => api.request('/api/session', sessionSchema, { signal }),
    staleTime: Infinity,
  });
}
