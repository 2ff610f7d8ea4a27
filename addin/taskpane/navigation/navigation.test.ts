import { describe, expect, it } from '@jest/globals';
import { roleSchema } from '../../../server/src/contract/manage/session.ts';
import { groupsFor, placeOf, placesFor } from './navigation.ts';

const names = (role: Parameters<typeof placesFor>[0]) => placesFor(role).map(({ name }) => name);

describe('pages', () => {
  it('belong to the place they are under', () => {
    expect(placeOf('/sync/runs/1', 'admin')?.name).toBe('sync');
    expect(placeOf('/', 'admin')?.name).toBe('overview');
    expect(placeOf('/', 'teammate')?.name).toBe('mine');
    expect(placeOf('/elsewhere', 'admin')).toBeUndefined();
    expect(placeOf('/sync', 'teammate')).toBeUndefined();
  });

  it('are those a role can use', () => {
    expect(names('teammate')).toEqual(['mine']);
    expect(names('auditor')).toEqual(expect.arrayContaining(['sync', 'settings']));
    expect(names('auditor')).not.toContain('select');
    expect(names('designer')).toEqual(names('auditor'));
  });

  it.each(roleSchema.options)('show somebody of the role %s their own signature', (role) => {
    const own = placesFor(role).filter(({ name }) => name === 'mine');
    expect(own.map(({ path }) => path)).toEqual([role === 'teammate' ? '/' : '/mine']);
    expect(placeOf(own[0]?.path ?? '', role)?.name).toBe('mine');
  });

  it.each(roleSchema.options)('of the role %s are each in one group, and no group is empty', (role) => {
    const grouped = groupsFor(role);
    expect(grouped.flatMap(({ places }) => places)).toEqual(placesFor(role));
    expect(grouped.every(({ places }) => places.length > 0)).toBe(true);
  });
});
