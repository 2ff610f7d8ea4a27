import type { Selection as SelectionBody } from '../../contract/people/selection.ts';
import type { Selection } from '../../domain/scope/selection.ts';

export const presentSelection = (selection: Selection): SelectionBody => ({
  everyone: selection.everyone,
  units: [...selection.units],
  groups: [...selection.groups],
  people: [...selection.people],
  excludedGroups: [...selection.excludedGroups],
  excludedPeople: [...selection.excludedPeople],
  filters: { ...selection.filters, domains: [...selection.filters.domains] },
});
