import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { openAddressGuard } from './publicAddress.ts';

const isAllowed = openAddressGuard([]);

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
        expect(isAllowed(`172.${String(16 + (second % 16))}.${tail}`)).toBe(false);
      }),
    );
  });

  test('and what the operator opened, no more', () => {
    const isOpened = openAddressGuard(['10.1.0.0/16', '127.0.0.1', 'fd00:1::/32']);
    expect(['10.1.2.3', '127.0.0.1', '::ffff:10.1.2.3', 'fd00:1::5', '8.8.8.8'].every(isOpened)).toBe(true);
    expect(['10.2.0.1', '127.0.0.2', 'fd00:2::5'].some(isOpened)).toBe(false);
  });
});
