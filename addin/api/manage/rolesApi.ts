import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GrantedRole, Roles } from '../../../server/src/contract/manage/roles.ts';
import { useApi } from '../client/ApiContext.tsx';

const key = ['roles'];

/** Who may manage and who may look. */
export function useRoles() {
  const api = useApi();
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.request('/api/roles', { signal }),
  });
}

function useRoleMutation<Input>(change: (input: Input) => Promise<Roles>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (roles) => client.setQueryData(key, roles),
    // It may have been refused because the list has changed meanwhile.
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useGrantRole() {
  const api = useApi();
  return useRoleMutation(({ id, role }: { readonly id: string; readonly role: GrantedRole }) =>
    api.request(`/api/roles/${id}`, { method: 'PUT', body: { role } }),
  );
}

export function useRevokeRole() {
  const api = useApi();
  return useRoleMutation((id: string) => api.request(`/api/roles/${id}`, { method: 'DELETE' }));
}
