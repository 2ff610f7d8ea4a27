import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { generateDirectory } from '../../seed/generateDirectory.ts';
import { countCalls } from '../../support/countCalls.ts';
import { GraphClient, READ_ALL } from '../../support/graphClient.ts';
import type { Item } from '../../support/graphClient.ts';

let simulator: Simulator;
let client: GraphClient;
const MINIMAL = { Prefer: 'return=minimal' };
const DAY = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  simulator.reset();
  client = await GraphClient.open(simulator);
});
afterAll(() => simulator.close());

const codeOf = (json: Record<string, unknown>) => (json['error'] as { code: string } | undefined)?.code;
const groupId = (name: string) =>
  [...simulator.directory.groups.live()].find(({ displayName }) => displayName === name)?.id ?? '';
const latest = async (path: string) => (await client.follow(path)).deltaLink;
const membersOf = (item: Item | undefined) => (item?.['members@delta'] ?? []) as Item[];
const teammate = () => simulator.tenant.accounts.teammate.id;

test('a first round brings everybody on pages of 200, one of them empty, and tells of the recycle bin', async () => {
  const { items, pages, deltaLink } = await client.follow('/users/delta?$select=displayName');
  expect(pages).toEqual([200, 0, 50]);
  expect(items.filter((item) => item['@removed'])).toEqual([
    { id: expect.any(String), '@removed': { reason: 'changed' } },
  ]);
  expect(deltaLink).toContain('$deltatoken=');
});

test('a page never has both links, and $top is ignored', async () => {
  const { json } = await client.get('/users/delta?$top=5');
  expect((json['value'] as unknown[]).length).toBe(200);
  expect(json).not.toHaveProperty('@odata.deltaLink');
});

test('a round without changes is empty', async () => {
  const { items } = await client.follow(await latest('/users/delta?$deltatoken=latest'));
  expect(items).toEqual([]);
});

test('latest means from now on', async () => {
  const { items, deltaLink } = await client.follow('/users/delta?$deltatoken=latest&$select=jobTitle');
  expect(items).toEqual([]);
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  expect((await client.follow(deltaLink)).items).toEqual([{ id: teammate(), jobTitle: 'Director' }]);
});

test('a change of a property that was not selected tells nothing', async () => {
  const link = await latest('/users/delta?$deltatoken=latest&$select=jobTitle');
  simulator.directory.updateUser(teammate(), { city: 'Leeds' });
  expect((await client.follow(link)).items).toEqual([]);
});

test('writing the value that was there already tells nothing', async () => {
  const link = await latest('/users/delta?$deltatoken=latest');
  simulator.directory.updateUser(teammate(), { givenName: 'Grace' });
  expect((await client.follow(link)).items).toEqual([]);
});

test('absent is not null: what was never set is left out, what was cleared is null', async () => {
  const link = await latest('/users/delta?$deltatoken=latest&$select=faxNumber,mobilePhone,givenName');
  simulator.directory.updateUser(teammate(), { mobilePhone: null });
  expect((await client.follow(link)).items).toEqual([{ id: teammate(), mobilePhone: null, givenName: 'Grace' }]);
  expect((await client.follow(link, MINIMAL)).items).toEqual([{ id: teammate(), mobilePhone: null }]);
});

test('the same object changed twice in a round comes once, as it is now', async () => {
  const link = await latest('/users/delta?$deltatoken=latest&$select=jobTitle');
  simulator.directory.updateUser(teammate(), { jobTitle: 'One' });
  simulator.directory.updateUser(teammate(), { jobTitle: 'Two' });
  expect((await client.follow(link)).items).toEqual([{ id: teammate(), jobTitle: 'Two' }]);
});

test('soft deletion, restoring and hard deletion are told apart', async () => {
  let link = await latest('/users/delta?$deltatoken=latest&$select=givenName,manager');
  simulator.directory.softDeleteUser(teammate());
  let round = await client.follow(link);
  expect(round.items).toEqual([{ id: teammate(), '@removed': { reason: 'changed' } }]);
  simulator.directory.restoreUser(teammate());
  round = await client.follow(round.deltaLink, MINIMAL);
  expect(round.items).toEqual([
    { id: teammate(), givenName: 'Grace', 'manager@delta': [expect.objectContaining({ id: expect.any(String) })] },
  ]);
  link = round.deltaLink;
  simulator.directory.hardDeleteUser(teammate());
  expect((await client.follow(link)).items[0]).toEqual({ id: teammate(), '@removed': { reason: 'deleted' } });
});

test('a soft-deleted user stays a member of groups; only hard deletion removes it', async () => {
  const link = await latest('/groups/delta?$deltatoken=latest');
  simulator.directory.softDeleteUser(teammate());
  expect((await client.follow(link)).items).toEqual([]);
  simulator.directory.hardDeleteUser(teammate());
  const { items } = await client.follow(link);
  const sales = items.find(({ id }) => id === groupId('Team Sales'));
  expect(membersOf(sales)).toEqual([
    { '@odata.type': '#microsoft.graph.user', id: teammate(), '@removed': { reason: 'deleted' } },
  ]);
});

test('members@delta comes unasked, when selected, and not when $select leaves it out', async () => {
  const id = groupId('Team Sales');
  const first = async (select: string) =>
    (await client.follow(`/groups/delta?$filter=id eq '${id}'${select}`)).items[0];
  expect(membersOf(await first('')).length).toBeGreaterThan(10);
  expect(membersOf(await first('&$select=displayName,members')).length).toBeGreaterThan(10);
  expect(await first('&$select=displayName')).toEqual({ id, displayName: 'Team Sales' });
});

test('a group without members has no members@delta', async () => {
  const { items } = await client.follow(`/groups/delta?$filter=id eq '${groupId('Empty group')}'`);
  expect(items[0]).not.toHaveProperty('members@delta');
});

test('a nested group is a member of type group', async () => {
  const { items } = await client.follow(`/groups/delta?$filter=id eq '${groupId('Lindenhof Group')}'&$select=members`);
  expect(membersOf(items[0]).map((member) => member['@odata.type'])).toEqual([
    '#microsoft.graph.group',
    '#microsoft.graph.group',
  ]);
});

test('a large group comes again and again, each time with other members', async () => {
  simulator.behaviour.deltaMembersPerPage = 50;
  const id = groupId('All staff');
  const { items } = await client.follow(`/groups/delta?$filter=id eq '${id}'&$select=members`);
  expect(items.length).toBeGreaterThan(4);
  const members = items.flatMap(membersOf).map((member) => member.id);
  expect(new Set(members)).toEqual(simulator.directory.groupMembers.of(id));
  expect(members).toHaveLength(simulator.directory.groupMembers.of(id).size);
});

test('joining and leaving a group and a unit is told', async () => {
  const [group, unit] = [groupId('Empty group'), [...simulator.directory.units.live()][0]?.id ?? ''];
  const [groups, units] = [
    await latest('/groups/delta?$deltatoken=latest'),
    await latest('/directory/administrativeUnits/delta?$deltatoken=latest'),
  ];
  simulator.directory.addMember(group, teammate());
  simulator.directory.addUnitMember(unit, teammate());
  const member = { '@odata.type': '#microsoft.graph.user', id: teammate() };
  const after = await client.follow(groups, MINIMAL);
  expect(after.items).toEqual([{ id: group, 'members@delta': [member] }]);
  expect((await client.follow(units, MINIMAL)).items).toEqual([{ id: unit, 'members@delta': [member] }]);
  simulator.directory.removeMember(group, teammate());
  expect((await client.follow(after.deltaLink, MINIMAL)).items).toEqual([
    { id: group, 'members@delta': [{ ...member, '@removed': { reason: 'deleted' } }] },
  ]);
});

test('a new manager is told as manager@delta, with the old one removed', async () => {
  const link = await latest('/users/delta?$deltatoken=latest&$select=manager');
  const old = simulator.directory.findUser(teammate())?.managerId;
  simulator.directory.setManager(teammate(), simulator.tenant.accounts.globalAdmin.id);
  const [item] = (await client.follow(link)).items;
  expect(item?.['manager@delta']).toEqual([
    { '@odata.type': '#microsoft.graph.user', id: old, '@removed': { reason: 'deleted' } },
    { '@odata.type': '#microsoft.graph.user', id: simulator.tenant.accounts.globalAdmin.id },
  ]);
});

test('a Microsoft 365 group goes to the recycle bin, a security group is gone at once', async () => {
  const link = await latest('/groups/delta?$deltatoken=latest');
  const [unified, security] = [groupId('Team Legal'), groupId('Board')];
  simulator.directory.deleteGroup(unified);
  simulator.directory.deleteGroup(security);
  const { items } = await client.follow(link);
  const reason = (id: string) => items.find((item) => item.id === id)?.['@removed'];
  expect([reason(unified), reason(security)]).toEqual([{ reason: 'changed' }, { reason: 'deleted' }]);
});

test('a group restored within a round still tells who left it meanwhile', async () => {
  const id = groupId('Team Legal');
  const [leaver = ''] = simulator.directory.groupMembers.of(id);
  const link = await latest('/groups/delta?$deltatoken=latest&$select=members');
  simulator.directory.deleteGroup(id);
  simulator.directory.removeMember(id, leaver);
  simulator.directory.restoreGroup(id);
  const [group] = (await client.follow(link)).items;
  const removed = membersOf(group).filter((member) => member['@removed']);
  expect(removed.map((member) => member.id)).toEqual([leaver]);
});

test('hidden members are told only with Member.Read.Hidden', async () => {
  const path = `/groups/delta?$filter=id eq '${groupId('Works Council')}'`;
  expect((await client.follow(path)).items[0]).not.toHaveProperty('members@delta');
  client = await GraphClient.open(simulator, [...READ_ALL, 'Member.Read.Hidden']);
  expect(membersOf((await client.follow(path)).items[0]).length).toBeGreaterThan(0);
});

test('a delta round can be narrowed to 50 ids and no more', async () => {
  const ids = simulator.directory.users.order.slice(0, 51);
  const filter = (count: number) =>
    encodeURIComponent(
      ids
        .slice(0, count)
        .map((id) => `id eq '${id}'`)
        .join(' or '),
    );
  const { items, deltaLink } = await client.follow(`/users/delta?$select=city&$filter=${filter(50)}`);
  expect(items).toHaveLength(50);
  simulator.directory.updateUser(ids[3] ?? '', { city: 'Leeds' });
  simulator.directory.updateUser(ids[50] ?? '', { city: 'Leeds' });
  expect((await client.follow(deltaLink)).items).toEqual([{ id: ids[3], city: 'Leeds' }]);
  expect((await client.get(`/users/delta?$filter=${filter(51)}`)).status).toBe(400);
  expect((await client.get("/users/delta?$filter=city eq 'Gent'")).status).toBe(400);
});

test('$select may change with a delta link, but not with a next link', async () => {
  const link = await latest('/users/delta?$deltatoken=latest&$select=city');
  simulator.directory.updateUser(teammate(), { jobTitle: 'Director' });
  expect((await client.follow(`${link}&$select=jobTitle`)).items).toEqual([{ id: teammate(), jobTitle: 'Director' }]);
  const next = String((await client.get('/users/delta?$select=city')).json['@odata.nextLink']);
  expect((await client.get(`${next}&$select=jobTitle`)).status).toBe(400);
});

test('a delta token dies after seven days, a damaged one is badly formed', async () => {
  const link = await latest('/users/delta?$deltatoken=latest');
  simulator.clock.advance(7 * DAY - 60_000);
  client = await GraphClient.open(simulator);
  expect((await client.get(link)).status).toBe(200);
  simulator.clock.advance(120_000);
  client = await GraphClient.open(simulator);
  const expired = await client.get(link);
  expect([expired.status, codeOf(expired.json)]).toEqual([400, 'syncStateNotFound']);
  const damaged = await client.get(`${link}x`);
  expect([damaged.status, damaged.text]).toEqual([400, expect.stringContaining('Badly formed token')]);
  const group = await client.get(link.replace('/users/', '/groups/'));
  expect(group.status).toBe(400);
});

test('a token of another process or from before a reset is answered 410 with a Location that starts afresh', async () => {
  const link = await latest('/users/delta?$deltatoken=latest&$select=city');
  simulator.forgetDeltaTokens();
  const gone = await client.get(link);
  expect([gone.status, codeOf(gone.json)]).toEqual([410, 'resyncRequired']);
  const { items } = await client.follow(gone.headers.get('location') ?? '');
  expect(items).toHaveLength(250);
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['city', 'id']);
});

test('a changed directory extension brings along all selected ones of its type', async () => {
  const [one, two] = [
    'extension_0123456789abcdef0123456789abcdef_badge',
    'extension_0123456789abcdef0123456789abcdef_desk',
  ] as const;
  simulator.directory.updateUser(teammate(), { [one]: 'A1', [two]: 'D4' });
  const link = await latest(`/users/delta?$deltatoken=latest&$select=city,${one},${two}`);
  simulator.directory.updateUser(teammate(), { [one]: 'A2' });
  expect((await client.follow(link, MINIMAL)).items).toEqual([{ id: teammate(), [one]: 'A2', [two]: 'D4' }]);
});

test('extension attributes, organisation and addresses come whole, when selected and when changed', async () => {
  const names = 'onPremisesExtensionAttributes,employeeOrgData,proxyAddresses';
  simulator.directory.updateUser(teammate(), { onPremisesExtensionAttributes: { extensionAttribute1: 'D4' } });
  const [listed] = (await client.get(`/users?$select=id,${names}&$filter=id eq '${teammate()}'`)).json[
    'value'
  ] as object[];
  expect(listed).toMatchObject({
    onPremisesExtensionAttributes: { extensionAttribute1: 'D4', extensionAttribute15: null },
    employeeOrgData: null,
  });
  const link = await latest(`/users/delta?$deltatoken=latest&$select=${names}`);
  simulator.directory.updateUser(teammate(), { onPremisesExtensionAttributes: { extensionAttribute2: 'E5' } });
  const org = { division: 'Sea', costCenter: null };
  simulator.directory.updateUser(teammate(), { employeeOrgData: org });
  const { items } = await client.follow(link, MINIMAL);
  expect(items).toMatchObject([
    { onPremisesExtensionAttributes: { extensionAttribute1: null, extensionAttribute2: 'E5' }, employeeOrgData: org },
  ]);
});

test('a photo is kept outside the directory: no delta tells of it', async () => {
  const link = await latest('/users/delta?$deltatoken=latest');
  simulator.directory.updateUser(teammate(), { photo: 'another' });
  expect((await client.follow(link)).items).toEqual([]);
});

test('replays tell objects again that did not change', async () => {
  const link = await latest('/users/delta?$deltatoken=latest&$select=displayName');
  simulator.behaviour.replays = 5;
  const { items, deltaLink } = await client.follow(link);
  expect(items).toHaveLength(5);
  simulator.behaviour.replays = 0;
  expect((await client.follow(deltaLink)).items).toEqual([]);
});

test('replays tell a removal again of somebody who is back, after their return', async () => {
  const link = await latest('/users/delta?$deltatoken=latest&$select=displayName');
  Object.assign(simulator.behaviour, { replays: simulator.directory.users.order.length, replaysRemovals: true });
  simulator.directory.softDeleteUser(teammate());
  simulator.directory.restoreUser(teammate());
  const { items } = await client.follow(link);
  const told = items.filter(({ id }) => id === teammate()).map((item) => item['@removed'] ?? 'here');
  expect(told).toEqual(['here', { reason: 'changed' }]);
});

test('what changes while a round is under way is told again in the next', async () => {
  const first = await client.get('/users/delta?$select=city');
  simulator.directory.updateUser(teammate(), { city: 'Leeds' });
  const rest = await client.follow(String(first.json['@odata.nextLink']));
  expect((await client.follow(rest.deltaLink)).items).toEqual([{ id: teammate(), city: 'Leeds' }]);
});

test('delta answers carry no resource units, and say when the minimal form was given', async () => {
  const { headers } = await client.get('/users/delta', MINIMAL);
  expect([headers.get('x-ms-resource-unit'), headers.get('preference-applied')]).toEqual([null, 'return=minimal']);
});

test('delta may be written as the function it is', async () => {
  expect((await client.get('/users/microsoft.graph.delta()?$deltatoken=latest')).status).toBe(200);
});

test('a round looks at every user a few times, however many pages it has', async () => {
  const big = await startSimulator({ seed: generateDirectory({ users: 20_000 }) });
  const lookups = countCalls(big.directory.users, ['find', 'findLive']);
  const reader = await GraphClient.open(big);
  const { items, pages } = await reader.follow('/users/delta?$select=displayName,jobTitle,manager');
  await big.close();
  expect([items.length, pages.length]).toEqual([20_000, 101]);
  // Twice where a page ends: whoever no longer fits is looked up again on the next.
  expect(lookups()).toBeLessThanOrEqual(20_000 + 2 * pages.length);
});
