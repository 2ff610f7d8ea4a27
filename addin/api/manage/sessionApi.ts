import { useQuery } from '@tanstack/react-query';
import { meSchema } from '../../../server/src/contract/signatures/me.ts';
import { sessionSchema } from '../../../server/src/contract/manage/session.ts';
import { useApi } from '../client/ApiContext.tsx';

export function useSessionQuery() {
  const api = useApi();
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => api.request('/api/session', sessionSchema, { signal }),
    staleTime: Infinity,
  });
}

/** Whether the person is a teammate. */
export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => api.request('/api/me', meSchema, { signal }),
  });
}
