import type { RunFilter } from '../../../api/sync/runListApi.ts';
import { useFromAddress } from '../../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';
import { filterChoices } from './RunFilters.tsx';

const oneOf = <T extends string>(choices: readonly T[], value: string | null): T | undefined =>
  choices.find((choice) => choice === value);

const filterOf = (address: URLSearchParams): RunFilter => ({
  kind: oneOf(filterChoices.kind, address.get('kind')),
  status: oneOf(filterChoices.status, address.get('status')),
  trigger: oneOf(filterChoices.trigger, address.get('trigger')),
});

/** The filter of the runs, kept in the address; what somebody made up there is no filter. */
export function useRunFilter(): [RunFilter, (filter: RunFilter) => void] {
  const [filter, setFilter] = useFromAddress(filterOf);
  useKeptInAddress({ kind: filter.kind ?? '', status: filter.status ?? '', trigger: filter.trigger ?? '' });
  return [filter, setFilter];
}
