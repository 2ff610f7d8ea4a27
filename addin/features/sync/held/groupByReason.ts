import type { HeldDeparture } from '../../../../server/src/contract/sync/sync.ts';

export interface ReasonGroup {
  readonly reason: string;
  readonly people: readonly HeldDeparture[];
}

/** People by why they would leave, in the order in which the reasons first come up. */
export function groupByReason(
  departures: readonly HeldDeparture[],
  reasonOf: (departure: HeldDeparture) => string,
): readonly ReasonGroup[] {
  return [...Map.groupBy(departures, reasonOf)].map(([reason, people]) => ({ reason, people }));
}

export type HeldItem =
  | { readonly kind: 'reason'; readonly group: ReasonGroup }
  | { readonly kind: 'person'; readonly departure: HeldDeparture };

/** The groups one below the other, for a list that draws only what is in sight. */
export const itemsOf = (groups: readonly ReasonGroup[]): readonly HeldItem[] =>
  groups.flatMap((group): HeldItem[] => [
    { kind: 'reason', group },
    ...group.people.map((departure): HeldItem => ({ kind: 'person', departure })),
  ]);
