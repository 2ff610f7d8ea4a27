import type { Directory } from '../../../../simulator/directory/directory.ts';
import type { Selection } from '../../../src/domain/scope/selection.ts';

/**
 * A second opinion on which picks are gone or have nobody in them, as code and id in order: it looks at the directory as
 * it is, and not at how anybody came to know it.
 */
export const expectedFindings = (directory: Directory, selection: Selection): readonly string[] => {
  const excluded = selection.excludedGroups.filter(({ id }) => directory.groups.findLive(id) === undefined);
  const gone = excluded.map(({ id }) => `group-gone ${id}`);
  if (selection.everyone) return gone.sort();
  const groups = selection.groups.flatMap(({ id }) => {
    if (directory.groups.findLive(id) === undefined) return [`group-gone ${id}`];
    return [...directory.groupMembers.of(id)].some((member) => lives(directory, member)) ? [] : [`group-empty ${id}`];
  });
  const units = selection.units.flatMap(({ id, includeGroups }) => {
    if (directory.units.findLive(id) === undefined) return [`unit-gone ${id}`];
    const counted = [...directory.unitMembers.of(id)].filter(
      (member) => includeGroups || directory.kindOf(member) === 'user',
    );
    return counted.some((member) => lives(directory, member)) ? [] : [`unit-empty ${id}`];
  });
  const people = selection.people.filter(({ id }) => directory.findUser(id) === undefined);
  return [...gone, ...groups, ...units, ...people.map(({ id }) => `person-gone ${id}`)].sort();
};

const lives = (directory: Directory, id: string): boolean =>
  directory.findUser(id) !== undefined || directory.groups.findLive(id) !== undefined;
