import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { RunFilter } from '../../../api/sync/runListApi.ts';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';
import { filterChoices } from './RunFilters.tsx';

const oneOf = <T extends string>(choices: readonly T[], value: string | null): T | undefined =>
  choices.find((choice) => choice === value);

/** The filter of the runs, kept in the address; what somebody made up there is no filter. */
export function useRunFilter(): [RunFilter, (filter: RunFilter) => void] {
  const [address] = useSearchParams();
  const [filter, setFilter] = useState<RunFilter>(() => ({
    kind: oneOf(filterChoices.kind, address.get('kind')),
    status: oneOf(filterChoices.status, address.get('status')),
    trigger: oneOf(filterChoices.trigger, address.get('trigger')),
  }));
  useKeptInAddress({ kind: filter.kind ?? '', status: filter.status ?? '', trigger: filter.trigger ?? '' });
  return [filter, setFilter];
}
