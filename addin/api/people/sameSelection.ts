import type { Selection } from '../../../server/src/contract/people/selection.ts';

const byId = (picks: readonly { id: string }[]) => picks.map((pick) => pick.id).sort();

/** A selection without names and order, which mean nothing to a sync. */
const essence = (selection: Selection) =>
  JSON.stringify([
    selection.everyone,
    selection.units.map((unit) => `${unit.id}:${String(unit.includeGroups)}`).sort(),
    byId(selection.groups),
    byId(selection.people),
    byId(selection.excludedGroups),
    byId(selection.excludedPeople),
    selection.filters.enabledAccountsOnly,
    selection.filters.guests,
    selection.filters.withAgents === true,
    selection.filters.withMailboxOnly,
    [...selection.filters.domains].sort(),
  ]);

/** Whether two selections choose alike. */
export const sameSelection = (one: Selection, other: Selection): boolean => essence(one) === essence(other);
