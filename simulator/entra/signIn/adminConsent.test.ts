import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { Browser } from '../../support/browser.ts';
import { requestAppToken } from '../../support/graphClient.ts';

let simulator: Simulator;
let browser: Browser;
const BACK = 'http://localhost:3000/api/connection/consent/callback';

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.reset();
  browser = new Browser(simulator);
});
afterAll(() => simulator.close());

function address(changes: Record<string, string> = {}): string {
  const { at = 'organizations', ...rest } = changes;
  const parameters = new URLSearchParams({
    client_id: simulator.tenant.clientId,
    scope: 'https://graph.microsoft.com/.default',
    redirect_uri: BACK,
    state: 'the state',
    ...rest,
  });
  return `/${at}/v2.0/adminconsent?${parameters.toString()}`;
}

test.each(['globalAdmin', 'roleAdmin'] as const)(
  'the %s sees what is asked, accepts, and the app gets its tokens',
  async (name) => {
    const page = await browser.pick(await browser.visit(address()), simulator.tenant.accounts[name].id);
    expect(page.text).toContain('Read all users&#39; full profiles');
    const form = new URLSearchParams([
      ['decision', 'accept'],
      ...PERMISSIONS.map((permission) => ['permission', permission]),
    ]);
    const { location } = await browser.visit(address(), form);
    expect(Object.fromEntries(location?.searchParams ?? [])).toEqual({
      admin_consent: 'True',
      tenant: simulator.tenant.id,
      scope: PERMISSIONS.map((permission) => `https://graph.microsoft.com/${permission}`).join(' '),
      state: 'the state',
    });
    expect((await requestAppToken(simulator)).status).toBe(200);
  },
);

const PERMISSIONS = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];

test('the boxes of the page are all ticked at first', async () => {
  const page = await browser.pick(await browser.visit(address()), simulator.tenant.accounts.globalAdmin.id);
  const ticked = [...page.text.matchAll(/name="permission" value="([^"]+)" checked/g)].map(([, value]) => value);
  expect(ticked).toEqual(PERMISSIONS);
});

test('cancelling leads back with AADSTS65004, and admin_consent although nothing was granted', async () => {
  await browser.pick(await browser.visit(address()), simulator.tenant.accounts.globalAdmin.id);
  const { location } = await browser.visit(address(), { decision: 'cancel' });
  expect(Object.fromEntries(location?.searchParams ?? [])).toMatchObject({
    error: 'access_denied',
    error_description: expect.stringContaining('AADSTS65004'),
    admin_consent: 'True',
    state: 'the state',
  });
  expect(simulator.consent.of(simulator.tenant.clientId)).toBeUndefined();
});

test('who is no administrator is shown AADSTS90094 and cannot accept by posting either', async () => {
  const page = await browser.pick(await browser.visit(address()), simulator.tenant.accounts.teammate.id);
  expect(page.text).toContain('AADSTS90094');
  const { location } = await browser.visit(address(), { decision: 'accept', permission: 'User.Read.All' });
  expect(location?.searchParams.get('error')).toBe('access_denied');
  expect(simulator.consent.of(simulator.tenant.clientId)).toBeUndefined();
});

test('unticking a permission grants only the rest', async () => {
  await browser.pick(await browser.visit(address()), simulator.tenant.accounts.globalAdmin.id);
  await browser.visit(address(), { decision: 'accept', permission: 'User.Read.All' });
  expect(simulator.consent.of(simulator.tenant.clientId)?.application).toEqual(['User.Read.All']);
});

test('single scopes are delegated permissions, never application permissions', async () => {
  const scoped = address({ scope: 'https://graph.microsoft.com/User.Read.All' });
  await browser.pick(await browser.visit(scoped), simulator.tenant.accounts.globalAdmin.id);
  await browser.visit(scoped, { decision: 'accept', permission: 'User.Read.All' });
  expect(simulator.consent.of(simulator.tenant.clientId)).toEqual({ application: [], delegated: ['User.Read.All'] });
});

test('a permission the registration does not have cannot be slipped in', async () => {
  await browser.pick(await browser.visit(address()), simulator.tenant.accounts.globalAdmin.id);
  await browser.visit(address(), { decision: 'accept', permission: 'Directory.ReadWrite.All' });
  expect(simulator.consent.of(simulator.tenant.clientId)?.application).toEqual([]);
});

test('accepted roles can be late, by the clock or by tokens, all of them or some', async () => {
  const { lag } = simulator.consent;
  await browser.pick(await browser.visit(address()), simulator.tenant.accounts.globalAdmin.id);
  const accept = (permissions: string[]) =>
    browser.visit(
      address(),
      new URLSearchParams([['decision', 'accept'], ...permissions.map((name) => ['permission', name])]),
    );
  const rolesNow = async () =>
    decodeJwt<{ roles?: string[] }>(String((await requestAppToken(simulator)).json['access_token'])).roles ?? [];
  simulator.clock.hold();
  Object.assign(lag, { milliseconds: 30_000, early: ['User.Read.All'] });
  await accept(['User.Read.All', 'GroupMember.Read.All']);
  expect(await rolesNow()).toEqual(['User.Read.All']);
  simulator.clock.advance(30_000);
  expect(await rolesNow()).toEqual(['User.Read.All', 'GroupMember.Read.All']);
  Object.assign(lag, { milliseconds: 0, tokens: 2, early: [] });
  await accept(['AdministrativeUnit.Read.All']);
  const counts = [];
  for (let token = 0; token < 3; token += 1) counts.push((await rolesNow()).length);
  expect(counts).toEqual([2, 2, 3]);
});

test('common is refused, and so is an address that is not registered', async () => {
  expect((await browser.visit(address({ at: 'common' }))).text).toContain('AADSTS90130');
  const wrong = await browser.visit(address({ redirect_uri: 'https://evil.example/' }));
  expect(wrong).toMatchObject({ location: undefined, text: expect.stringContaining('AADSTS50011') });
});
