import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addresseeSchema, addresseesOf, readAddressees } from './addressee.ts';

const read = (typed: string): string | null => {
  const { success, data } = addresseeSchema.safeParse(typed);
  return success ? data : null;
};

describe('whom a rule names', () => {
  test.each([
    ['Robin@Fabrikam.com', 'robin@fabrikam.com'],
    ['mailto:robin@fabrikam.com', 'robin@fabrikam.com'],
    ['<robin@fabrikam.com>', 'robin@fabrikam.com'],
    ["o'neill+list@fabrikam.com", "o'neill+list@fabrikam.com"],
    ['zoë@münchen.example', 'zoë@xn--mnchen-3ya.example'],
    ['@fabrikam.com', 'fabrikam.com'],
    ['*@fabrikam.com', 'fabrikam.com'],
    ['Fabrikam.com', 'fabrikam.com'],
    ['https://www.fabrikam.com/about', 'fabrikam.com'],
    ['https://robin@fabrikam.com', 'fabrikam.com'],
  ])('%s is %s', (typed, addressee) => {
    expect(read(typed)).toBe(addressee);
  });

  test.each([
    '',
    'robin',
    'robin@',
    '@',
    '*',
    '*.com',
    'robin@*.com',
    'a b@fabrikam.com',
    'a@b@fabrikam.com',
    'a@10.0.0.1',
  ])('%s is nobody', (typed) => {
    expect(read(typed)).toBeNull();
  });

  test('reads what it has read as the same, and never with a sign that parts lists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.domain(), fc.string({ unit: 'binary' })), (typed) => {
        const once = read(typed);
        if (once === null) return;
        expect(read(once)).toBe(once);
        expect(once).not.toMatch(/[\s\p{C},;:]/u);
      }),
    );
  });

  test('is told in a list, in any spelling and each once, and what is nobody is left out', () => {
    expect(readAddressees('Robin@münchen.example,robin@xn--mnchen-3ya.example,,nobody,Fabrikam.com')).toEqual([
      'robin@xn--mnchen-3ya.example',
      'fabrikam.com',
    ]);
    expect(readAddressees('')).toEqual([]);
  });

  test('is somebody by their address and by its domain', () => {
    expect(addresseesOf('Robin@Fabrikam.com')).toEqual(['robin@fabrikam.com', 'fabrikam.com']);
    expect(addresseesOf('fabrikam.com')).toEqual(['fabrikam.com']);
    expect(addresseesOf('nobody')).toEqual([]);
  });
});
