import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from '../startSimulator.ts';
import { startSimulator } from '../startSimulator.ts';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.reset();
});
afterAll(() => simulator.close());

async function get(path: string) {
  const response = await fetch(`${simulator.url}${path}`);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** As a browser sends a form of this page, unless the headers say otherwise. */
async function press(path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const response = await fetch(`${simulator.url}${path}`, {
    method: 'POST',
    headers: { origin: simulator.url, ...headers },
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  return { status: response.status, location: response.headers.get('location') };
}

const teammate = () => simulator.tenant.accounts.teammate.id;
const group = (name: string) =>
  [...simulator.directory.groups.live()].find(({ displayName }) => displayName === name)?.id ?? '';

test('the home says what it is, whose directory it shows and what is switched on', async () => {
  simulator.consent.grant(simulator.tenant.clientId, ['User.Read.All']);
  simulator.faults.add({ kind: 'status', status: 503 });
  const { status, text, headers } = await get('/');
  expect(status).toBe(200);
  for (const part of ['Simulator – not Microsoft', 'Lindenhof Group', '>249<', 'User.Read.All', 'real time', 'status'])
    expect(text).toContain(part);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('people are found by any words, accents or not, and paged', async () => {
  expect((await get('/_home/people')).text).toContain('Page 1 of 5');
  expect((await get('/_home/people?page=5')).text).not.toContain('Next page');
  const { text } = await get('/_home/people?search=zoe+hooft');
  expect(text).toContain('1 person');
  expect(text).toContain('Zoë &#39;t Hooft');
  expect((await get('/_home/people?show=deleted')).text).toContain('Otto Weggegaan');
  expect((await get('/_home/people?show=constructor&done=constructor&page=-3')).status).toBe(200);
});

test('what people type comes back as text, never as HTML', async () => {
  const { text } = await get(`/_home/people?search=${encodeURIComponent('"><script>')}`);
  expect(text).not.toContain('<script>');
  simulator.directory.updateUser(teammate(), { jobTitle: '<b>Chief</b>' });
  expect((await get(`/_home/people/${teammate()}`)).text).toContain('&lt;b&gt;Chief&lt;/b&gt;');
});

test('a person is shown with fields, manager, groups and units', async () => {
  const { text } = await get(`/_home/people/${teammate()}`);
  for (const part of ['Grace O&#39;Connor', 'Senior Account Manager', 'Manager', 'Team Sales', 'United Kingdom'])
    expect(text).toContain(part);
  const photo = await fetch(`${simulator.url}/_home/people/${teammate()}/photo`);
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/png']);
});

test('groups are a tree, and a circle of groups ends', async () => {
  const { text } = await get('/_home/groups');
  for (const part of ['Lindenhof Group', 'Office Gent', 'Project Möbius', 'a circle']) expect(text).toContain(part);
  expect((await get(`/_home/groups/${group('All engineers')}`)).text).toContain('user.department');
  expect((await get('/_home/units')).text).toContain('Vertrouwenspersonen');
  expect((await get(`/_home/units/${simulator.directory.units.order[3] ?? ''}`)).text).toContain('Groups in it');
});

test('a profile can be changed, and only what was changed is', async () => {
  const before = simulator.directory.findUser(teammate());
  const form = {
    jobTitle: 'Director',
    department: before?.department ?? '',
    businessPhone: '',
    mobilePhone: '+31 6 1',
  };
  const { status, location } = await press(`/_home/people/${teammate()}/profile`, form);
  expect([status, location]).toEqual([303, `/_home/people/${teammate()}?done=profile`]);
  expect((await get(location ?? '')).text).toContain('Saved.');
  const trace = simulator.directory.users.log.trace(teammate());
  expect([...(trace?.properties.keys() ?? [])].sort()).toEqual(['businessPhones', 'jobTitle', 'mobilePhone']);
  await press(`/_home/people/${teammate()}/profile`, { jobTitle: ' ' });
  expect(simulator.directory.findUser(teammate())?.jobTitle).toBeNull();
});

test('an account can be disabled and enabled, a person deleted and restored', async () => {
  const to = `/_home/people/${teammate()}`;
  await press(`${to}/disable`);
  expect(simulator.directory.findUser(teammate())?.accountEnabled).toBe(false);
  await press(`${to}/enable`);
  expect(simulator.directory.findUser(teammate())?.accountEnabled).toBe(true);
  await press(`${to}/delete`);
  expect(simulator.directory.findUser(teammate())).toBeUndefined();
  expect((await get(to)).text).toContain('Restore from the recycle bin');
  await press(`${to}/restore`);
  expect(simulator.directory.findUser(teammate())).toBeDefined();
});

test('a person can leave and join groups', async () => {
  const [from, to] = [group('Team Sales'), group('Board')];
  await press(`/_home/people/${teammate()}/leave`, { groupId: from });
  await press(`/_home/people/${teammate()}/join`, { groupId: to });
  const { groupMembers } = simulator.directory;
  expect([groupMembers.of(from).has(teammate()), groupMembers.of(to).has(teammate())]).toEqual([false, true]);
});

test('the clock can be moved, consent revoked, everything reset', async () => {
  const { clientId } = simulator.tenant;
  simulator.consent.grant(clientId, ['User.Read.All']);
  const before = simulator.clock.now();
  await press('/_home/clock');
  expect(simulator.clock.now() - before).toBeGreaterThanOrEqual(24 * 60 * 60_000);
  expect((await get('/')).text).toContain('24 hours ahead of real time');
  await press('/_home/consent', { clientId });
  expect(simulator.consent.of(clientId)).toBeUndefined();
  simulator.directory.softDeleteUser(teammate());
  await press('/_home/reset');
  expect(simulator.directory.findUser(teammate())).toBeDefined();
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:1' }],
  ['a sandbox', { origin: 'null' }],
])('a form sent by %s is refused', async (_, headers) => {
  expect((await press(`/_home/people/${teammate()}/delete`, {}, headers)).status).toBe(403);
  expect(simulator.directory.findUser(teammate())).toBeDefined();
});

test('a form without any origin is refused', async () => {
  const response = await fetch(`${simulator.url}/_home/reset`, { method: 'POST' });
  expect(response.status).toBe(403);
});

test.each(['/_home/people/nobody', '/_home/groups/none', '/_home/units/none', '/_home/people/nobody/photo'])(
  '%s is not there',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('a button for what is gone says so', async () => {
  expect((await press('/_home/people/nobody/delete')).status).toBe(404);
  expect((await press('/_home/constructor')).status).toBe(404);
});

test('the home gives the other app’s id and secret, and makes trouble that can be mended', async () => {
  const { clientId, clientSecret } = simulator.tenant.ownRegistration;
  const { text } = await get('/');
  expect(text).toContain(clientId);
  expect(text).toContain(clientSecret);
  const trouble = ['slow', 'throttle', 'away'];
  for (const action of trouble) {
    const { location } = await press(`/_home/${action}`);
    expect((await get(location ?? '')).text).toContain('role="status"');
  }
  expect(simulator.faults.list().map(({ fault }) => fault.kind)).toEqual(['slow', 'status', 'status']);
  await press('/_home/mend');
  expect(simulator.faults.list()).toEqual([]);
  const live = () => [...simulator.directory.users.live()].length;
  const before = live();
  await press('/_home/leave');
  const accounts = Object.values(simulator.tenant.accounts);
  expect(live()).toBe(before - Math.floor((before - accounts.length) / 2));
  expect(simulator.directory.users.findLive(simulator.tenant.accounts.globalAdmin.id)).toBeDefined();
});
