import { findingKindSchema, type FindingFilter } from '../../../server/src/contract/people/completeness.ts';
import { useFromAddress } from '../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../ui/state/useKeptInAddress.ts';
import { useSettled } from '../../ui/state/useSettled.ts';

const orUndefined = (value: string | null | undefined): string | undefined => (value ? value : undefined);

export interface FindingState {
  /** As it is chosen and typed. */
  readonly filter: FindingFilter;
  /** As it is asked for. */
  readonly settled: FindingFilter;
  readonly setFilter: (filter: FindingFilter) => void;
}

const filterOf = (address: URLSearchParams): FindingFilter => ({
  kind: findingKindSchema.safeParse(address.get('kind')).data,
  field: orUndefined(address.get('field')?.slice(0, 64)),
  search: orUndefined(address.get('search')?.slice(0, 120)),
});

/** What of the findings is shown, kept in the address; what somebody made up there is no filter. */
export function useFindingFilter(): FindingState {
  const [filter, setFilter, visit] = useFromAddress(filterOf);
  const search = orUndefined(useSettled(filter.search ?? '', { visit }).trim());
  useKeptInAddress({ kind: filter.kind ?? '', field: filter.field ?? '', search: search ?? '' });
  return { filter, settled: { ...filter, search }, setFilter };
}
