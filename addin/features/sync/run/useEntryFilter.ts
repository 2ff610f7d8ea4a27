import { planActions } from '../../../ui/changes/actionLook.tsx';
import type { PlanAction } from '../../../../server/src/contract/sync/sync.ts';
import { useFromAddress } from '../../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';
import { useSettled } from '../../../ui/state/useSettled.ts';

const filterOf = (address: URLSearchParams) => ({
  action: planActions.find((name) => name === address.get('action')),
  search: address.get('search')?.slice(0, 120) ?? '',
});

/** Which people of a plan or run are shown, kept in the address. */
export function useEntryFilter() {
  const [{ action, search }, setFilter, visit] = useFromAddress(filterOf);
  const settled = useSettled(search, { visit }).trim();
  useKeptInAddress({ action: action ?? '', search: settled });
  return {
    action,
    setAction: (next: PlanAction | undefined) => setFilter((now) => ({ ...now, action: next })),
    search,
    setSearch: (next: string) => setFilter((now) => ({ ...now, search: next })),
    settled,
  };
}
