import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { openAddressGuard } from './publicAddress.ts';

const isAllowed = openAddressGuard([]);

/** As resolvers and people write an address of version 4 behind NAT64. */
const translatedForms = (address: string): readonly string[] => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const groups = [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':');
  return [`64:ff9b::${groups}`, `64:FF9B:0:0:0:0:${groups.toUpperCase()}`, `64:ff9b::${address}`];
};

describe('addresses that webhooks may be sent to', () => {
  test.each(['93.184.215.14', '8.8.8.8', '172.15.255.255', '172.32.0.1', '2606:2800:220:1::1', '2a00:1450:4001::1'])(
    'those of the Internet: %s',
    (address) => {
      expect(isAllowed(address)).toBe(true);
    },
  );

  test.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1'],
    ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::1'],
    ...['::127.0.0.1', 'fec0::1', '100::1'],
  ])('no others: %s', (address) => {
    expect(isAllowed(address)).toBe(false);
  });

  test('none inside a private network, wherever in it', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (second, third, fourth) => {
        const tail = [third, fourth].join('.');
        expect(isAllowed(`10.${String(second)}.${tail}`)).toBe(false);
        expect(isAllowed(`::ffff:192.168.${tail}`)).toBe(false);
        for (const inside of [`10.${String(second)}.${tail}`, `192.168.${tail}`, `127.${String(second)}.${tail}`])
          for (const written of translatedForms(inside))
            expect([written, isAllowed(written)]).toEqual([written, false]);
        expect(isAllowed(`172.${String(16 + (second % 16))}.${tail}`)).toBe(false);
      }),
    );
  });

  test('one of the Internet also where the resolver writes it for a network of version 6 alone (NAT64)', () => {
    for (const written of translatedForms('93.184.215.14'))
      expect([written, isAllowed(written)]).toEqual([written, true]);
    expect(['64:ff9b::', '64:ff9b::1', '64:ff9b:1::808:808', '64:ff9b::1:808:808'].some(isAllowed)).toBe(false);
    const isOpened = openAddressGuard(['10.1.0.0/16']);
    expect([isOpened('64:ff9b::10.1.0.1'), isOpened('64:ff9b::10.2.0.1')]).toEqual([true, false]);
  });

  test('and what the operator opened, no more', () => {
    const isOpened = openAddressGuard(['10.1.0.0/16', '127.0.0.1', 'fd00:1::/32']);
    expect(['10.1.2.3', '127.0.0.1', '::ffff:10.1.2.3', 'fd00:1::5', '8.8.8.8'].every(isOpened)).toBe(true);
    expect(['10.2.0.1', '127.0.0.2', 'fd00:2::5'].some(isOpened)).toBe(false);
  });
});
