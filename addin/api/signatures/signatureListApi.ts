import { useQuery } from '@tanstack/react-query';
import { useApi } from '../client/ApiContext.tsx';

/** What all queries about signatures begin with. */
export const signaturesKey = ['signatures'];
export const signatureListKey = [...signaturesKey, 'list'];

/** Those that can still be brought back; read again with the list, because both change by the same. */
export function useDeletedSignatures() {
  const api = useApi();
  return useQuery({
    queryKey: [...signatureListKey, 'deleted'],
    queryFn: ({ signal }) => api.request('/api/signatures/deleted', { signal }),
  });
}

/** Every signature without its design: apart from what shows designs, because first pages ask for it. */
export function useSignatures() {
  const api = useApi();
  return useQuery({
    queryKey: signatureListKey,
    queryFn: ({ signal }) => api.request('/api/signatures', { signal }),
  });
}
