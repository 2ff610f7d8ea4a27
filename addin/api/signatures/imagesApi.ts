import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../client/ApiContext.tsx';

const key = ['images'];

export function useImages() {
  const api = useApi();
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.request('/api/images', { signal }),
  });
}

/** Sends the file as it is; the server makes it small and clean. The same picture twice is one picture. */
export function useUploadImage() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      api.request('/api/images', {
        method: 'POST',
        query: { name: file.name.slice(-200) },
        file,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useDeleteImage() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.send(`/api/images/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
