import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConsentRequest, RegistrationRequest } from '../../../server/src/contract/manage/connection.ts';
import { useApi } from '../client/ApiContext.tsx';

const key = ['connection'];

/** While permissions are on their way, in milliseconds. */
const grantingInterval = 3_000;

/** How the tenant is connected; live while a consent is under way. */
export function useConnection() {
  const api = useApi();
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.request('/api/connection', { signal }),
    refetchInterval: ({ state }) => (state.data?.isGranting === true ? grantingInterval : false),
  });
}

/** Asks Entra anew what is granted. */
export function useCheckConnection() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.request('/api/connection/check', { method: 'POST' }),
    onSuccess: (connection) => client.setQueryData(key, connection),
  });
}

export function useDisconnect() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.send('/api/connection', { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries(),
  });
}

export function useConsentLink() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: ConsentRequest) => api.request('/api/connection/consent', { method: 'POST', body }),
  });
}

/** Connects by the customer's own app registration, or replaces its credentials; Entra is asked before it is saved. */
export function useSaveRegistration() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RegistrationRequest) => api.request('/api/connection/registration', { method: 'PUT', body }),
    onSuccess: ({ connection }) => {
      client.setQueryData(key, connection);
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
    },
  });
}
