import {
  keepPreviousData,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { z } from 'zod';
import type { FieldRule, SmartField } from '../../../server/src/contract/signatures/fields.ts';
import type { putSmartFieldsSchema } from '../../../server/src/contract/signatures/fields.ts';
import { useApi } from '../client/ApiContext.tsx';
import type { ApiPath } from '../client/apiPath.ts';

const key = ['smart-fields'];
const savedKey = [...key, 'saved'];

export type PutSmartFields = z.infer<typeof putSmartFieldsSchema>;

export function useSmartFields({ enabled = true } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: savedKey,
    enabled,
    queryFn: ({ signal }) => api.request('/api/smart-fields', { signal }),
  });
}

/** What apps added to the people of the directory, which can be taken into use. */
export function useDirectoryExtensions() {
  const api = useApi();
  return useQuery({
    queryKey: ['directory', 'extensions'],
    queryFn: ({ signal }) => api.request('/api/directory/extensions', { signal }),
  });
}

/** What shows values of fields is read again. */
const readAgain = (client: QueryClient) =>
  Promise.all(
    [[...key, 'preview'], ['teammates'], ['signatures'], ['assignments']].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );

/** Saves over exactly the revision that was read, so nobody's change is lost unseen (409 otherwise). */
export function useSaveSmartFields() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PutSmartFields) => api.request('/api/smart-fields', { method: 'PUT', body }),
    onSuccess: (saved) => {
      client.setQueryData(savedKey, saved);
      return readAgain(client);
    },
  });
}

/** What a rule would do to a field of some people; null asks for nothing. */
export function useFieldPreview(question: { readonly key: string; readonly rule: FieldRule } | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...key, 'preview', question],
    queryFn:
      question === null
        ? skipToken
        : ({ signal }) => api.request('/api/smart-fields/preview', { method: 'POST', body: question, signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

interface Removal {
  readonly field: Pick<SmartField, 'key' | 'kind'>;
  readonly revision: number;
  /** How many values may go with it. */
  readonly values: number;
}

const customPrefix = 'custom.';

const addressOf = ({ key: name, kind }: Removal['field']): ApiPath<'DELETE'> =>
  kind === 'directory' ? `/api/smart-fields/directory/${name}` : `/api/smart-fields/${name.slice(customPrefix.length)}`;

/** Removes a field that the tenant named and every value of it. */
export function useRemoveSmartField() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ field, revision, values }: Removal) =>
      api.send(addressOf(field), { method: 'DELETE', query: { revision, values } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: savedKey });
      await readAgain(client);
    },
  });
}
