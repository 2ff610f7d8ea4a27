import {
  teammateSortSchema,
  teammateStatusSchema,
  teammateViewSchema,
  type TeammateCounts,
} from '../../../../server/src/contract/people/teammates.ts';
import type { TeammateListing } from '../../../api/people/teammatesApi.ts';
import type { TableOrder } from '../../../ui/lists/VirtualTable.tsx';

/** The lists an admin keeps coming back to. */
export const listChoices = [
  ...(['all', 'active', 'incomplete', 'noPhone', 'noPhoto', 'overridden'] as const),
  ...(['held', 'outOfScope', 'disabled', 'removed'] as const),
];

export type ListChoice = (typeof listChoices)[number];
export type ListSort = TeammateListing['sort'] & string;

/** What the address says; anything else there means all, by name. */
export function readListAddress(address: URLSearchParams): {
  readonly search: string;
  readonly choice: ListChoice;
  readonly order: TableOrder<ListSort>;
} {
  const sort = teammateSortSchema.catch('name').parse(address.get('sort'));
  return {
    search: address.get('search')?.slice(0, 120) ?? '',
    choice: listChoices.find((name) => name === (address.get('view') ?? address.get('status'))) ?? 'all',
    order: { sort, isDescending: address.get('order') === 'descending' },
  };
}

/** The same list as the API is asked for it. */
export function listingOf(search: string, choice: ListChoice, { sort, isDescending }: TableOrder<ListSort>) {
  const status = teammateStatusSchema.safeParse(choice);
  const view = teammateViewSchema.safeParse(choice);
  return {
    search,
    status: status.success ? status.data : undefined,
    view: view.success ? view.data : undefined,
    sort,
    order: isDescending ? ('descending' as const) : ('ascending' as const),
  };
}

/** How many a list has; null where nobody counted. */
export const countOf = (counts: TeammateCounts, choice: ListChoice): number | null =>
  choice === 'all' ? counts.active + counts.disabled : counts[choice];
