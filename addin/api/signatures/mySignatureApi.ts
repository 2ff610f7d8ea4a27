import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OverrideValue } from '../../../server/src/contract/people/overrideValue.ts';
import type { ComposeType, Me } from '../../../server/src/contract/signatures/me.ts';
import { useApi } from '../client/ApiContext.tsx';

/** A signature that somebody chose by hand, and for which mail. */
export interface ChosenByHand {
  readonly signature: string;
  readonly composeType: ComposeType;
  readonly from: string;
}

/** The signature of the person at the keyboard, as Outlook would get it now, or one that they chose. */
export function useMySignature(asked: { composeType: ComposeType } | ChosenByHand) {
  const api = useApi();
  return useQuery({
    queryKey: ['me', 'signature', asked],
    queryFn: ({ signal }) => api.request('/api/me/signature', { signal, query: { ...asked } }),
    placeholderData: keepPreviousData,
  });
}

/** Fills in one's own fields; null goes back to the directory, and they can be left out. Refused where an admin changed something meanwhile. */
export function useSetMyFields({ overridesRevision }: Pick<Me, 'overridesRevision'>) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (overrides: Readonly<Record<string, OverrideValue>>) =>
      // Who is no teammate has no revision, and no fields to ask for.
      api.request('/api/me', { method: 'PATCH', body: { overridesRevision: overridesRevision ?? '', overrides } }),
    onSuccess: (me) => {
      client.setQueryData(['me'], me);
      return client.invalidateQueries({ queryKey: ['me', 'signature'] });
    },
    // What was changed meanwhile has to be seen before it is changed again.
    onError: () => client.invalidateQueries({ queryKey: ['me'], exact: true }),
  });
}

/** Takes back what waits for approval in a field of one's own, or puts away that it was refused. */
export function useWithdrawProposal() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (field: string) => api.request(`/api/me/proposals/${encodeURIComponent(field)}`, { method: 'DELETE' }),
    onSuccess: (me) => client.setQueryData(['me'], me),
  });
}
