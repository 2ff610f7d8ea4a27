import { skipToken, useQuery } from '@tanstack/react-query';
import { useAuth } from '../../auth/AuthContext.tsx';
import { openMailAtHand, type MailAtHand } from '../../office/mailAtHand.ts';
import { useApi } from '../client/ApiContext.tsx';

type Mail = Awaited<ReturnType<MailAtHand['read']>>;

/** Of what kind the mail beside the pane is and from where it is sent; only where one is being written. */
export function useMailWritten() {
  const { getToken } = useAuth().session;
  return useQuery({
    queryKey: ['mailWritten'],
    queryFn: async () => (await openMailAtHand(getToken)).read(),
    // Another mail, or another From, costs no request.
    staleTime: 0,
  });
}

/** What may be chosen for a mail, what comes by itself first. */
export function useChoosable(mail: Mail | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['me', 'choosable', mail],
    queryFn:
      mail === undefined
        ? skipToken
        : ({ signal }) => api.request('/api/me/signatures', { signal, query: { ...mail } }),
  });
}
