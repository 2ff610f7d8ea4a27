import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { decideConsent, outcomeAt } from '../../support/http/consentPage.ts';
import { eventually } from '../../support/processes/eventually.ts';
import type { SignedIn } from '../../support/http/signIn.ts';
import { allPermissions, startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const minutes = 60_000;
const day = 24 * 60 * minutes;

describe('a consent whose permissions are still on their way', () => {
  let undersign: Undersign;
  let admin: SignedIn & { readonly api: ApiClient };
  beforeAll(async () => {
    undersign = await startUndersign();
  });
  beforeEach(async () => {
    undersign.simulator.reset();
    // What passes is what a test lets pass: roles that arrive in this second must not arrive in the one before.
    undersign.simulator.clock.hold();
    admin = await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName);
    await admin.api.delete('/api/connection');
  });
  afterAll(() => undersign.close());

  const connection = () => admin.api.get<Connection>('/api/connection');
  /** Lets so much time pass and looks again at what is under way, as the server does every few seconds. */
  const lookAfter = async (milliseconds: number) => {
    undersign.simulator.clock.advance(milliseconds);
    await undersign.unattended.look();
  };
  const accept = () => decideConsent(admin, { decision: 'accept', permissions: allPermissions });

  test('roles that arrive late: being granted, looked at again, and connected by itself within two minutes', async () => {
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 110_000, early: ['User.Read.All'] });
    expect(await outcomeAt(await accept())).toBe('granting');
    expect(await connection()).toMatchObject({
      state: 'granting',
      isGranting: true,
      grantedPermissions: ['User.Read.All'],
    });
    await lookAfter(100_000);
    expect((await connection()).state).toBe('granting');
    await lookAfter(10_000);
    expect(await connection()).toMatchObject({
      state: 'connected',
      isGranting: false,
      missingPermissions: [],
      connectedBy: { displayName: 'Anna Vermeer' },
    });
    expect(await admin.api.get('/api/directory/groups?search=a')).toHaveProperty('items');
  });

  test('given while the clock was a day ahead: what is missing is waited for no longer once that is set right', async () => {
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 3 * day, early: ['User.Read.All'] });
    expect(await outcomeAt(await accept())).toBe('granting');
    await lookAfter(-day);
    // A sign-in of a time to come is none.
    admin = await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName);
    expect(await connection()).toMatchObject({ state: 'incomplete', isGranting: false });
  });

  test('tokens without any role at first: looked at until they have them, each look once', async () => {
    Object.assign(undersign.simulator.consent.lag, { tokens: 2 });
    expect(await outcomeAt(await accept())).toBe('granting');
    await lookAfter(5_000);
    expect((await connection()).state).toBe('granting');
    await lookAfter(5_000);
    expect((await connection()).state).toBe('connected');
  });

  test('killed while roles are on their way: the next process looks again', async () => {
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 60_000 });
    expect(await outcomeAt(await accept())).toBe('granting');
    await undersign.restart();
    expect((await connection()).state).toBe('granting');
    await lookAfter(60_000);
    expect((await connection()).state).toBe('connected');
  });

  test('killed, and never asked by anybody meanwhile: the next process looks again all the same', async () => {
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 60_000 });
    await outcomeAt(await accept());
    await undersign.restart();
    await lookAfter(60_000);
    expect((await connection()).state).toBe('connected');
  });

  test('another replica goes on when the one that began is gone', async () => {
    const other = await undersign.replica(admin.accessToken);
    await other.unattended.look();
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 60_000 });
    await outcomeAt(await accept());
    expect((await other.api.get<Connection>('/api/connection')).state).toBe('granting');
    undersign.simulator.clock.advance(60_000);
    await other.unattended.look();
    expect((await connection()).state).toBe('connected');
  });

  test('only what is optional is late: connected at once, and the rest is found by itself', async () => {
    const lag = { milliseconds: 60_000, early: ['User.Read.All', 'GroupMember.Read.All'] };
    Object.assign(undersign.simulator.consent.lag, lag);
    expect(await outcomeAt(await accept())).toBe('connected');
    expect(await connection()).toMatchObject({ state: 'connected', isGranting: true });
    await lookAfter(60_000);
    expect(await connection()).toMatchObject({ missingPermissions: [], isGranting: false });
  });

  test('disconnected while roles are on their way: stays disconnected', async () => {
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 60_000 });
    await outcomeAt(await accept());
    await admin.api.delete('/api/connection');
    await lookAfter(60_000);
    expect(await connection()).toMatchObject({ state: 'notConnected', isGranting: false });
  });

  test('disconnected while it is looked at what is still granted: stays disconnected, until somebody asks again', async () => {
    await outcomeAt(await accept());
    expect(await connection()).toMatchObject({ state: 'connected' });
    const { faults } = undersign.simulator;
    faults.add({ kind: 'hold', path: '/v1.0/organization*' });
    const check = admin.api.post<Connection>('/api/connection/check');
    await eventually('Graph is asked', () => faults.list()[0]?.struck === 1 || undefined);
    await admin.api.delete('/api/connection');
    faults.clear();
    expect(await check).toMatchObject({ state: 'notConnected' });
    expect(await connection()).toMatchObject({ state: 'notConnected' });
    expect(await admin.api.post<Connection>('/api/connection/check')).toMatchObject({ state: 'connected' });
  });

  test('Entra away while roles are on their way: looked at again, until the time is over', async () => {
    Object.assign(undersign.simulator.consent.lag, { milliseconds: 60_000 });
    await outcomeAt(await accept());
    undersign.simulator.faults.add({ path: '/*/oauth2/v2.0/token*', kind: 'status', status: 503 });
    await lookAfter(60_000);
    expect((await connection()).state).toBe('granting');
    await lookAfter(3 * minutes);
    expect(await connection()).toMatchObject({ state: 'notConnected', isGranting: false });
  });
});
