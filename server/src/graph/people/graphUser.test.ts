import { describe, expect, test } from '@jest/globals';
import { readableElements } from '../readableElements.ts';
import { toChangedAttributes, toDirectoryUser } from './graphUser.ts';

const ada = { id: 'A', userPrincipalName: 'ada@one.example', displayName: 'Ada' };
const read = (raw: object) => readableElements([ada, raw], toDirectoryUser);

describe('somebody whom Graph gives no name to sign in with', () => {
  test.each([
    ['null', { userPrincipalName: null }],
    ['none', {}],
    ['blank', { userPrincipalName: ' ' }],
    ['a number', { userPrincipalName: 7 }],
  ])('where it is %s is unreadable, and nobody else is', (_name, given) => {
    const { items, unreadable } = read({ id: 'B', displayName: 'Bo', ...given });
    expect(items.map(({ id }) => id)).toEqual(['a']);
    expect(unreadable).toEqual([{ id: 'b', property: 'userPrincipalName', listing: null }]);
  });

  test.each([
    ['an id alone', { id: 'B' }],
    ['an id and a type', { '@odata.type': '#microsoft.graph.user', id: 'B' }],
    ['nulls', { id: 'B', userPrincipalName: null, displayName: null, accountEnabled: null }],
    ['lists and objects of nothing', { id: 'B', businessPhones: [], employeeOrgData: { division: null } }],
  ])('and nothing else either, but for %s, is hidden from us: the permission is missing', (_name, shell) => {
    expect(() => read(shell)).toThrow(expect.objectContaining({ code: 'permission-missing' }));
  });

  test('in a change is unreadable too, while one that is not named has not changed', () => {
    expect(() => toChangedAttributes({ id: 'B', userPrincipalName: null })).toThrow('userPrincipalName');
    expect(() => toChangedAttributes({ id: 'B', userPrincipalName: '' })).toThrow('userPrincipalName');
    expect(toChangedAttributes({ id: 'B', city: null })).toEqual({ city: null });
  });
});
