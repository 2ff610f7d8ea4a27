import { afterEach, describe, expect, test } from '@jest/globals';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('behind a reverse proxy', () => {
  let undersign: Undersign;
  afterEach(() => undersign.close());

  /** How many more requests are let through this minute, as said to two people behind the same proxy. */
  const remaining = async (): Promise<readonly (string | undefined)[]> => {
    const said: (string | undefined)[] = [];
    undersign.simulator.clock.hold();
    for (const person of ['203.0.113.1', '203.0.113.2']) {
      const { headers } = await fetch(`${undersign.url}/api/config`, { headers: { 'x-forwarded-for': person } });
      said.push(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    }
    return said;
  };

  test('people are told apart by what a trusted proxy says', async () => {
    undersign = await startUndersign({ env: { TRUSTED_PROXIES: 'loopback, uniquelocal' } });
    expect(await remaining()).toEqual(['1199', '1199']);
  });

  test('and what anybody else says is not believed', async () => {
    undersign = await startUndersign({ env: { TRUSTED_PROXIES: '10.1.0.0/16' } });
    // This test's own client asked for the description of the API from the same address.
    expect(await remaining()).toEqual(['1198', '1197']);
  });
});
