import { afterEach, describe, expect, test } from '@jest/globals';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('behind a reverse proxy', () => {
  let undersign: Undersign;
  afterEach(() => undersign.close());

  /** How many more requests are let through this minute, as said to two people behind the same proxy. */
  const remaining = async (): Promise<readonly number[]> => {
    const said: number[] = [];
    undersign.simulator.clock.hold();
    for (const person of ['203.0.113.1', '203.0.113.2']) {
      const { headers } = await fetch(`${undersign.url}/api/config`, { headers: { 'x-forwarded-for': person } });
      said.push(Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]));
    }
    return said;
  };

  test('people are told apart by what a trusted proxy says', async () => {
    undersign = await startUndersign({ env: { TRUSTED_PROXIES: 'loopback, uniquelocal' } });
    expect(await remaining()).toEqual([1199, 1199]);
  });

  test('and what anybody else says is not believed', async () => {
    undersign = await startUndersign({ env: { TRUSTED_PROXIES: '10.1.0.0/16' } });
    // What this test's own client asked from the same address may have been in the minute before.
    const [first = 0, second] = await remaining();
    expect(second).toBe(first - 1);
  });
});
