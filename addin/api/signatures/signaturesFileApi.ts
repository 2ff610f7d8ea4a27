import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../client/ApiContext.tsx';

/** What is in a file that somebody chose, as JSON says it. */
export type ChosenFile = Readonly<Record<string, unknown>>;

export function useExportSignatures() {
  const api = useApi();
  return useMutation({ mutationFn: () => api.request('/api/signatures-file') });
}

export function usePreviewImport() {
  const api = useApi();
  return useMutation({
    mutationFn: (file: ChosenFile) => api.request('/api/signatures-file/preview', { method: 'POST', body: { file } }),
  });
}

/** Brings the named items in; whatever was known of signatures, rules, brand, fields and images is read again. */
export function useImportSignatures() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { file: ChosenFile; take: readonly string[] }) =>
      api.request('/api/signatures-file/import', { method: 'POST', body }),
    onSettled: () => client.invalidateQueries(),
  });
}
