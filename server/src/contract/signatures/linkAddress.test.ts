import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkAddress } from './composition.ts';

describe('an address that a design leads to', () => {
  test.each([
    ['https://u.example', 'https://u.example'],
    ['https://u.example/a%20b?q=1&r=2#x', 'https://u.example/a%20b?q=1&r=2#x'],
    ['https://u.example/?q="<>"', 'https://u.example/?q=%22%3C%3E%22'],
    ['https://münchen.example/grüße', 'https://xn--mnchen-3ya.example/gr%C3%BC%C3%9Fe'],
    ['https://u.example/?id={{ 7 }}', 'https://u.example/?id=%7B%7B%207%20%7D%7D'],
    ['mailto:a@b.example?subject=Zoë', 'mailto:a@b.example?subject=Zo%C3%AB'],
    ['tel:+31205550100', 'tel:+31205550100'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(linkAddress.parse(typed)).toBe(kept);
  });

  test('has only signs that stand in addresses once it is taken, and stays as it is then', () => {
    const start = fc.constantFrom(
      'https://u.example/',
      'https://u.example/?q=',
      'https://u.example/#',
      'mailto:a@b.example?subject=',
    );
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary', maxLength: 20 }), (before, after) => {
        const { success, data = '' } = linkAddress.safeParse(before + after);
        fc.pre(success);
        expect(data).toMatch(/^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/);
        expect(linkAddress.parse(data)).toBe(data);
      }),
    );
  });
});
