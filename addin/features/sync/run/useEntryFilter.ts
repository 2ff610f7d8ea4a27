import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanAction } from '../../../../server/src/contract/sync/sync.ts';
import { planActions } from '../../../ui/changes/actionLook.tsx';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';
import { useSettled } from '../../../ui/state/useSettled.ts';

/** Which people of a plan or run are shown, kept in the address. */
export function useEntryFilter() {
  const [address] = useSearchParams();
  const [action, setAction] = useState<PlanAction | undefined>(() =>
    planActions.find((name) => name === address.get('action')),
  );
  const [search, setSearch] = useState(() => address.get('search')?.slice(0, 120) ?? '');
  const settled = useSettled(search).trim();
  useKeptInAddress({ action: action ?? '', search: settled });
  return { action, setAction, search, setSearch, settled };
}
