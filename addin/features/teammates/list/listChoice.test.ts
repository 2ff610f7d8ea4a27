import { describe, expect, it } from '@jest/globals';
import { countOf, listChoices, listingOf, readListAddress } from './listChoice.ts';

describe('the list in the address', () => {
  it.each([
    ['', { search: '', choice: 'all', order: { sort: 'name', isDescending: false } }],
    ['?view=noPhone&sort=title&order=descending', { choice: 'noPhone', order: { sort: 'title', isDescending: true } }],
    ['?status=disabled&search=ada', { choice: 'disabled', search: 'ada' }],
    ['?view=toString&sort=phone&order=up', { choice: 'all', order: { sort: 'name', isDescending: false } }],
  ])('%s', (text, expected) => {
    expect(readListAddress(new URLSearchParams(text))).toMatchObject(expected);
  });

  it('asks the API for a status or for a view, never for both', () => {
    const order = { sort: 'name', isDescending: false } as const;
    for (const choice of listChoices) {
      const { status, view } = listingOf('', choice, order);
      expect([choice, status ?? view]).toEqual([choice, choice === 'all' ? undefined : choice]);
    }
  });

  it('counts all without the removed', () => {
    const none = { noPhone: 0, noPhoto: null, incomplete: 0, overridden: 0, held: 0, outOfScope: 0 };
    const counts = { active: 3, disabled: 2, removed: 9, ...none };
    expect(countOf(counts, 'all')).toBe(5);
    expect(countOf(counts, 'removed')).toBe(9);
    expect(countOf(counts, 'noPhoto')).toBeNull();
  });
});
