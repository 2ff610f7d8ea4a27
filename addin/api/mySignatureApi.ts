import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { renderedSignatureSchema, type ComposeType } from '../../server/src/contract/me.ts';
import { useApi } from './ApiContext.tsx';

/** The signature of the person at the keyboard, as Outlook would get it now. */
export function useMySignature(composeType: ComposeType) {
  const api = useApi();
  return useQuery({
    queryKey: ['me', 'signature', composeType],
    queryFn: ({ signal }) =>
      api.request('/api/me/signature', renderedSignatureSchema, { signal, query: { composeType } }),
    placeholderData: keepPreviousData,
  });
}
