import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forwardedAddress } from './forwardedFor.ts';

const port = fc.integer({ min: 0, max: 65_535 });

test('an address is the same with and without a port, whatever the port', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV6(), port, (four, six, number) => {
      expect([four, `${four}:${String(number)}`, ` ${four} `].map(forwardedAddress)).toEqual([four, four, four]);
      expect([six, `[${six}]`, `"[${six}]:${String(number)}"`].map(forwardedAddress)).toEqual([six, six, six]);
    }),
  );
});

test('what is no address is none', () => {
  for (const entry of ['', ' ', 'unknown', '_hidden', '192.0.2.300', '192.0.2.7:', '[::1', 'a.example:80', '1:2'])
    expect([entry, forwardedAddress(entry)]).toEqual([entry, null]);
});
