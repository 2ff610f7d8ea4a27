import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { savedSelectionSchema, type SavedSelection } from '../../server/src/contract/selection.ts';
import { useApi } from './ApiContext.tsx';

const key = ['selection'];

export function useSavedSelection({ enabled = true } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: key,
    enabled,
    queryFn: ({ signal }) => api.request('/api/selection', savedSelectionSchema, { signal }),
  });
}

/** Saves over exactly the revision that was read, so nobody's change is lost unseen (412 otherwise). */
export function useSaveSelection() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SavedSelection) => api.request('/api/selection', savedSelectionSchema, { method: 'PUT', body }),
    onSuccess: (saved) => client.setQueryData(key, saved),
  });
}
