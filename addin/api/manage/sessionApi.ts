import { useQuery } from '@tanstack/react-query';
import { useApi } from '../client/ApiContext.tsx';

export function useSessionQuery() {
  const api = useApi();
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => api.request('/api/session', { signal }),
    staleTime: Infinity,
  });
}

/** Whether the person is a teammate. */
export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => api.request('/api/me', { signal }),
  });
}
