import { useSession } from '../../api/client/ApiContext.tsx';
import { isEmpty } from '../../api/people/pickCount.ts';
import { useSavedSelection } from '../../api/people/selectionApi.ts';

/** Whether an admin is still to pick who takes part. */
export function useNobodyPicked(): boolean {
  const { data } = useSavedSelection({ enabled: useSession().role === 'admin' });
  return data !== undefined && isEmpty(data.selection);
}
