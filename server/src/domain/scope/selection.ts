import type { PeopleReading } from '../reading/peopleReading.ts';

/** What the admin picked. Names are kept beside ids only so that a picked thing that is gone can still be named. */
export interface Picked {
  readonly id: string;
  readonly displayName: string;
}

export interface PickedUnit extends Picked {
  /** Entra itself does not put a group's members into the unit; the admin may. */
  readonly includeGroups: boolean;
}

export interface ScopeFilters {
  /** Leave out accounts that are disabled in Entra. */
  readonly enabledAccountsOnly: boolean;
  readonly guests: 'exclude' | 'include' | 'only';
  /** Let accounts of AI agents in; where it is not said, as before there were any, they are left out. */
  readonly withAgents?: boolean | undefined;
  readonly withMailboxOnly: boolean;
  /** Lower-case domains of mail or, where there is no mail, of the user principal name; empty means any. */
  readonly domains: readonly string[];
}

/** Containers that are read although they bring nobody in: rules about signatures ask who is in them. By id, sorted. */
export interface Watched {
  readonly groups: readonly string[];
  readonly units: readonly string[];
}

export interface Selection {
  /** Every person of the directory; the picks below then add nothing. */
  readonly everyone: boolean;
  readonly units: readonly PickedUnit[];
  readonly groups: readonly Picked[];
  readonly people: readonly Picked[];
  /** Exclusions win over every pick. A group excludes the members of its nested groups too. */
  readonly excludedGroups: readonly Picked[];
  readonly excludedPeople: readonly Picked[];
  readonly filters: ScopeFilters;
  /** Not picked by anybody; see `readSelection`. */
  readonly watched?: Watched | undefined;
  /** What is asked about people beside what always is; not picked either. Sorted. */
  readonly attributes?: PeopleReading['attributes'] | undefined;
  /** What of that is not asked for; left out: nothing. */
  readonly omitted?: PeopleReading['omitted'] | undefined;
}

export const emptySelection: Selection = {
  everyone: false,
  units: [],
  groups: [],
  people: [],
  excludedGroups: [],
  excludedPeople: [],
  filters: { enabledAccountsOnly: true, guests: 'exclude', withMailboxOnly: false, domains: [] },
};

/** True when nobody can be in scope because nothing is picked. */
export const isEmptySelection = (selection: Selection): boolean =>
  !selection.everyone && selection.units.length + selection.groups.length + selection.people.length === 0;

/** True when both need the same reading whatever the directory looks like; names do not matter, nor does order. */
export const isSameSelection = (a: Selection, b: Selection): boolean => meaningOf(a) === meaningOf(b);

/** True when both ask the same about people. */
export const isSameReading = (a: Selection, b: Selection): boolean => readingOf(a) === readingOf(b);

const readingOf = ({ attributes = [], omitted = [] }: Selection): string => JSON.stringify([attributes, omitted]);

const meaningOf = (selection: Selection): string => {
  const ids = (picks: readonly Picked[]): readonly string[] => picks.map((pick) => pick.id).sort();
  const { enabledAccountsOnly, guests, withAgents = false, withMailboxOnly, domains } = selection.filters;
  return JSON.stringify([
    selection.everyone,
    selection.units.map((unit) => `${unit.id} ${String(unit.includeGroups)}`).sort(),
    ids(selection.groups),
    ids(selection.people),
    ids(selection.excludedGroups),
    ids(selection.excludedPeople),
    [enabledAccountsOnly, guests, withAgents, withMailboxOnly, [...domains].sort()],
    ...(selection.watched === undefined ? [] : [selection.watched.groups, selection.watched.units]),
    // Links of change tracking tell of what was asked for when they were opened, and of nothing else.
    ...(selection.attributes === undefined ? [] : [{ attributes: selection.attributes }]),
    ...(selection.omitted === undefined ? [] : [{ omitted: selection.omitted }]),
  ]);
};
