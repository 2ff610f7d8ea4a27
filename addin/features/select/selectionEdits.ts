import type { Picked, Selection } from '../../../server/src/contract/people/selection.ts';

export type PickKind = 'unit' | 'group' | 'person';
export type PickState = 'included' | 'excluded' | null;

const included = { unit: 'units', group: 'groups', person: 'people' } as const;
const excluded = { group: 'excludedGroups', person: 'excludedPeople' } as const;

const without = <T extends Picked>(picks: readonly T[], id: string): T[] => picks.filter((pick) => pick.id !== id);

/** What the selection says about one unit, group or person itself. */
export function stateOf(selection: Selection, kind: PickKind, id: string): PickState {
  if (selection[included[kind]].some((pick) => pick.id === id)) return 'included';
  if (kind !== 'unit' && selection[excluded[kind]].some((pick) => pick.id === id)) return 'excluded';
  return null;
}

/** Takes every one of these ids out, wherever it was picked. */
export function removePicks(selection: Selection, ids: readonly string[]): Selection {
  return ids.reduce(
    (rest, id) => ({
      ...rest,
      units: without(rest.units, id),
      groups: without(rest.groups, id),
      people: without(rest.people, id),
      excludedGroups: without(rest.excludedGroups, id),
      excludedPeople: without(rest.excludedPeople, id),
    }),
    selection,
  );
}

/** Includes it; what was excluded before is not excluded any more. */
export function includePick(selection: Selection, kind: PickKind, pick: Picked): Selection {
  const rest = removePicks(selection, [pick.id]);
  if (kind === 'unit') return { ...rest, units: [...rest.units, { ...pick, includeGroups: false }] };
  return { ...rest, [included[kind]]: [...rest[included[kind]], pick] };
}

/** Excludes it; what was included before is not included any more. */
export function excludePick(selection: Selection, kind: Exclude<PickKind, 'unit'>, pick: Picked): Selection {
  const rest = removePicks(selection, [pick.id]);
  return { ...rest, [excluded[kind]]: [...rest[excluded[kind]], pick] };
}

/** Whether members of groups inside the unit take part too. */
export function setIncludeGroups(selection: Selection, unitId: string, includeGroups: boolean): Selection {
  return {
    ...selection,
    units: selection.units.map((unit) => (unit.id === unitId ? { ...unit, includeGroups } : unit)),
  };
}

/** Nobody takes part: whoever is excluded is excluded from nothing. */
export const picksNobody = ({ everyone, units, groups, people }: Selection): boolean =>
  !everyone && units.length + groups.length + people.length === 0;

/** The names of picked ids, for telling which ones are gone. */
export function namesOf(selection: Selection, ids: readonly string[]): string[] {
  const picks = [
    ...selection.units,
    ...selection.groups,
    ...selection.people,
    ...selection.excludedGroups,
    ...selection.excludedPeople,
  ];
  return ids.map((id) => picks.find((pick) => pick.id === id)?.displayName ?? id);
}
