import { describe, expect, test } from '@jest/globals';
import { maskAddress } from './maskAddress.ts';

describe('a masked address', () => {
  test.each([
    ['203.0.113.77', '203.0.113.x'],
    ['::ffff:203.0.113.77', '203.0.113.x'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:x'],
    ['2001:0db8::6', '2001:db8:0:x'],
    ['fe80::1%eth0', 'fe80:0:0:x'],
    ['::1', '0:0:0:x'],
    ['rubbish', 'unknown'],
    [undefined, 'unknown'],
  ])('of %s is %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});
