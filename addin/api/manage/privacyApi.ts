import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../client/ApiContext.tsx';

const key = ['privacy'];

/** How many people were erased. */
export function usePrivacy() {
  const api = useApi();
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.request('/api/privacy', { signal }) });
}

export function useExportPerson() {
  const api = useApi();
  return useMutation({
    mutationFn: async (id: string) =>
      (await api.open(`/api/privacy/people/${id}`, { accept: 'application/json' })).blob(),
  });
}

/** The person may stand in anything that was read before, so all of it is read again. */
export function useErasePerson() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.request(`/api/privacy/people/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries(),
  });
}

export function useReadmitPerson() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.send(`/api/privacy/people/${id}/readmit`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** `tenant`: its name, as the administrator typed it. */
export function useEraseTenant() {
  const api = useApi();
  return useMutation({
    mutationFn: (tenant: string) => api.send('/api/privacy/tenant', { method: 'DELETE', body: { tenant } }),
  });
}
