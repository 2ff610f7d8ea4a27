import { useQuery } from '@tanstack/react-query';
import { useApi } from '../client/ApiContext.tsx';

export type ActivitySpan = 'day' | 'month';

/** What syncs changed, by hour or by day of the reader’s calendar; as fresh as the list of runs. */
export function useActivity(span: ActivitySpan) {
  const api = useApi();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return useQuery({
    queryKey: ['runs', 'list', 'activity', span, timeZone],
    queryFn: ({ signal }) => api.request('/api/sync/activity', { signal, query: { span, timeZone } }),
  });
}
