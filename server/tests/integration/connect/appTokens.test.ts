import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startSimulator, type Simulator } from '../../../../simulator/startSimulator.ts';
import { openGraphDirectories } from '../../../src/graph/graphDirectoryReader.ts';
import { openAppTokens } from '../../../src/identity/appTokens.ts';
import type { TenantCredential } from '../../../src/ports/identity.ts';
import { openRecordingLogger } from '../../support/sync/recordingLogger.ts';
import { openTestClock } from '../../support/sync/testClock.ts';

describe('app tokens', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  beforeEach(() => {
    simulator.reset();
    // What passes is what a test lets pass: it goes up to the second to which a token is kept.
    simulator.clock.hold();
  });
  afterAll(() => simulator.close());

  const own = (version: string, secret = simulator.tenant.ownRegistration.clientSecret): TenantCredential => ({
    version,
    credential: { kind: 'secret', clientId: simulator.tenant.ownRegistration.clientId, secret },
  });
  /** Tokens whose stored credentials are, one reading after another, these; the last stays. */
  const open = (...stored: readonly TenantCredential[]) => {
    let reading = 0;
    const { url, tenant } = simulator;
    const tokens = openAppTokens({
      entraAuthority: url,
      graphUrl: url,
      clientId: tenant.clientId,
      clientSecret: tenant.clientSecret,
      clock: openTestClock(() => simulator.clock.now()),
      registrations: { read: () => Promise.resolve(stored[Math.min(reading++, stored.length - 1)]!) },
    });
    return (fresh = false) => tokens.acquire(tenant.id, { fresh });
  };

  test('are kept while the credentials stay, and had anew when they change or a fresh one is wanted', async () => {
    const acquire = open(own('1'), own('1'), own('2'), own('2'));
    const [first, second, third] = [await acquire(), await acquire(), await acquire()];
    expect(second).toBe(first);
    expect(third.accessToken).not.toBe(first.accessToken);
    expect((await acquire(true)).accessToken).not.toBe(third.accessToken);
  });

  test('are of the tenant’s own registration where there is one, and of the publisher’s app otherwise', async () => {
    simulator.consent.grant(simulator.tenant.clientId, ['User.Read.All']);
    expect((await open(own('1'))()).permissions).toContain('GroupMember.Read.All');
    expect((await open({ version: '', credential: null })()).permissions).toEqual(['User.Read.All']);
  });

  test('a token that lacks roles is kept for a minute, not for its hour', async () => {
    const { consent, clock, tenant } = simulator;
    consent.grant(tenant.clientId, ['User.Read.All']);
    const acquire = open({ version: '', credential: null });
    const first = await acquire();
    consent.grant(tenant.clientId, ['GroupMember.Read.All', 'AdministrativeUnit.Read.All']);
    clock.advance(50_000);
    expect(await acquire()).toBe(first);
    clock.advance(10_000);
    const full = await acquire();
    expect(full.permissions).toHaveLength(3);
    clock.advance(50 * 60_000);
    expect(await acquire()).toBe(full);
  });

  test('one that was had while the clock was ahead is had anew once that is set right: nobody knows how long it is good', async () => {
    const acquire = open(own('1'));
    const first = await acquire();
    simulator.clock.advance(-120 * 60_000);
    const second = await acquire();
    expect(second).not.toBe(first);
    expect(await acquire()).toBe(second);
  });

  test('a 403 to a token that lacks roles asks for a fresh token once, and then believes it for a while', async () => {
    const { consent, tenant, url, faults } = simulator;
    consent.grant(tenant.clientId, ['User.Read.All']);
    const acquire = open({ version: '', credential: null });
    const tokens = { acquire: (_: string, options?: { readonly fresh?: boolean }) => acquire(options?.fresh) };
    const clock = openTestClock(() => simulator.clock.now());
    const directory = openGraphDirectories({ graphUrl: url, tokens, clock, logger: openRecordingLogger() })(tenant.id);
    const groups = () => directory.findGroups({ search: 'a', limit: 5 });
    const asked = faults.add({ kind: 'slow', milliseconds: 0, path: '/*/oauth2/v2.0/token*' });
    const times = () => faults.list().find(({ id }) => id === asked)?.struck;
    await expect(groups()).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(groups()).rejects.toMatchObject({ code: 'permission-missing' });
    expect(times()).toBe(2);
    consent.grant(tenant.clientId, ['GroupMember.Read.All']);
    simulator.clock.advance(59_000);
    await expect(groups()).rejects.toMatchObject({ code: 'permission-missing' });
    simulator.clock.advance(1_000);
    expect((await groups()).items.length).toBeGreaterThan(0);
  });

  test('a secret that was replaced while it was being tried is no failure', async () => {
    const acquire = open(own('1', 'removed'), own('2'), own('2'));
    expect((await acquire()).permissions).toContain('User.Read.All');
  });

  test('a secret that is wrong and stays so is one', async () => {
    await expect(open(own('1', 'removed'))()).rejects.toMatchObject({ code: 'secret-wrong' });
  });
});
