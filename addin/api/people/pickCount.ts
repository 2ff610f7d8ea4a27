import type { Selection } from '../../../server/src/contract/people/selection.ts';

export const pickCount = (selection: Selection): number =>
  selection.units.length + selection.groups.length + selection.people.length;

export const isEmpty = (selection: Selection | null): boolean =>
  selection === null || (!selection.everyone && pickCount(selection) === 0);
