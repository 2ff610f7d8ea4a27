import { describe, expect, it } from '@jest/globals';
import type { Selection } from '../../../server/src/contract/people/selection.ts';
import { sameSelection } from '../../api/people/sameSelection.ts';
import { excludePick, includePick, namesOf, removePicks, setIncludeGroups, stateOf } from './selectionEdits.ts';

const nothing: Selection = {
  everyone: false,
  units: [],
  groups: [],
  people: [],
  excludedGroups: [],
  excludedPeople: [],
  filters: { enabledAccountsOnly: true, guests: 'exclude', withMailboxOnly: true, domains: [] },
};
const sales = { id: 'g1', displayName: 'Sales' };
const ghent = { id: 'u1', displayName: 'Ghent' };

describe('picking', () => {
  it('excludes what was included, and the other way round', () => {
    const included = includePick(nothing, 'group', sales);
    expect(stateOf(included, 'group', 'g1')).toBe('included');
    const excluded = excludePick(included, 'group', sales);
    expect(excluded.groups).toEqual([]);
    expect(stateOf(excluded, 'group', 'g1')).toBe('excluded');
    expect(sameSelection(includePick(excluded, 'group', sales), included)).toBe(true);
  });

  it('keeps to units alone what is asked of units', () => {
    const unit = setIncludeGroups(includePick(nothing, 'unit', ghent), 'u1', true);
    expect(unit.units).toEqual([{ ...ghent, includeGroups: true }]);
    expect(sameSelection(unit, setIncludeGroups(unit, 'u1', false))).toBe(false);
  });

  it('removes by id and still knows the names', () => {
    const picked = excludePick(includePick(nothing, 'unit', ghent), 'group', sales);
    expect(namesOf(picked, ['u1', 'gone'])).toEqual(['Ghent', 'gone']);
    expect(sameSelection(removePicks(picked, ['u1', 'g1']), nothing)).toBe(true);
  });

  it('does not mind order or names', () => {
    const other = { id: 'g2', displayName: 'IT' };
    const one = includePick(includePick(nothing, 'group', sales), 'group', other);
    const two = includePick(includePick(nothing, 'group', other), 'group', { ...sales, displayName: 'Sales (old)' });
    expect(sameSelection(one, two)).toBe(true);
  });
});
