import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { EVENTUAL, GraphClient, READ_ALL } from '../../support/graphClient.ts';

let simulator: Simulator;
let client: GraphClient;

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  simulator.reset();
  client = await GraphClient.open(simulator);
});
afterAll(() => simulator.close());

const names = (items: readonly Record<string, unknown>[]) => items.map(({ displayName }) => displayName);
const codeOf = (json: Record<string, unknown>) => (json['error'] as { code: string } | undefined)?.code;
const groupId = (name: string) =>
  [...simulator.directory.groups.live()].find(({ displayName }) => displayName === name)?.id ?? '';
const unitId = (name: string) =>
  [...simulator.directory.units.live()].find(({ displayName }) => displayName === name)?.id ?? '';

test('every user comes once, whatever the page size, and soft-deleted ones do not come', async () => {
  const live = [...simulator.directory.users.live()].map(({ id }) => id).sort();
  for (const top of [7, 100, 999]) {
    const items = await client.list(`/users?$select=id&$top=${top}`);
    expect(items.map(({ id }) => id).sort()).toEqual(live);
  }
});

test('without $top a page has 100 users, and department only comes when selected', async () => {
  const { json } = await client.get('/users');
  const value = json['value'] as Record<string, unknown>[];
  expect(value).toHaveLength(100);
  expect(Object.keys(value[0] ?? {}).sort()).toEqual([
    'businessPhones',
    'displayName',
    'givenName',
    'id',
    'jobTitle',
    'mail',
    'mobilePhone',
    'officeLocation',
    'preferredLanguage',
    'surname',
    'userPrincipalName',
  ]);
  const selected = await client.get('/users?$select=department&$top=1');
  expect(Object.keys((selected.json['value'] as object[])[0] ?? {})).toEqual(['department']);
});

test('directory extensions are listed with Directory.Read.All, and their values come when selected', async () => {
  const address = '/directoryObjects/getAvailableExtensionProperties';
  expect((await client.post(address, {})).status).toBe(403);
  client = await GraphClient.open(simulator, [...READ_ALL, 'Directory.Read.All']);
  const listed = async (body: object) =>
    ((await client.post(address, body)).json['value'] as { name: string }[]).map(({ name }) => name);
  const name = 'extension_0a1b2c3d4e5f40618293a4b5c6d7e8f9_roomNumber';
  expect(await listed({})).toHaveLength(5);
  expect(await listed({ isSyncedFromOnPremises: true })).toEqual([name]);
  expect(await listed({ isSyncedFromOnPremises: false })).toHaveLength(4);
  const values = (await client.list(`/users?$select=${name}`)).map((user) => user[name]);
  expect(values).toEqual(expect.arrayContaining([null, '0.10']));
});

test.each([
  ['/users?$select=departmnt', 400, 'Request_BadRequest'],
  ['/users?$top=1000', 400, 'Request_BadRequest'],
  ['/users?$top=0', 400, 'Request_BadRequest'],
  ['/users?$skip=10', 400, 'Request_BadRequest'],
  ['/users?$wrong=1', 400, 'Request_BadRequest'],
  ['/users?$select=id&$select=mail', 400, 'Request_BadRequest'],
  ['/users?$skiptoken=rubbish', 400, 'Request_BadRequest'],
  ['/users?$filter=nope eq 1', 400, 'Request_BadRequest'],
  ["/users?$filter=startsWith(department,'S')", 400, 'Request_UnsupportedQuery'],
  [
    `/users?$filter=${Array.from({ length: 16 }, () => "city eq 'Utrecht'").join(' or ')}`,
    400,
    'Request_UnsupportedQuery',
  ],
  [
    `/users?$filter=city in (${Array.from({ length: 16 }, () => "'Utrecht'").join(',')})`,
    400,
    'Request_UnsupportedQuery',
  ],
  ["/users?$filter=department ne 'Sales'", 400, 'Request_UnsupportedQuery'],
  ['/users?$search="displayName:a"', 400, 'Request_UnsupportedQuery'],
  ['/users?$filter=accountEnabled eq true&$orderby=displayName', 400, 'Request_UnsupportedQuery'],
  ['/users?$select=aboutMe', 501, 'NotImplemented'],
  ['/users/$count', 400, 'Request_BadRequest'],
  ['/users/nobody@lindenhof.example', 404, 'Request_ResourceNotFound'],
  ['/users/1df57255-a8f4-4bc2-9f08-c12e1b8075dd/manager', 404, 'Request_ResourceNotFound'],
  ['/nothing/here', 404, 'ResourceNotFound'],
])('%s is answered %i %s', async (path, status, code) => {
  const answer = await client.get(path);
  expect([answer.status, codeOf(answer.json)]).toEqual([status, code]);
  expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('a write is refused: the simulator is changed through its own interface', async () => {
  expect((await client.post('/users', { displayName: 'New' })).status).toBe(405);
});

test.each([
  ["startsWith(displayName,'Anna V')", ['Anna Vermeer']],
  ["userPrincipalName eq 'ANNA.VERMEER@lindenhof.example'", ['Anna Vermeer']],
  ["mail in ('anna.vermeer@lindenhof.example','zoe.thooft@lindenhof.example')", ['Anna Vermeer', "Zoë 't Hooft"]],
  ["surname eq '''t Hooft' and givenName eq 'Zoë'", ["Zoë 't Hooft"]],
  [
    "jobTitle eq 'CEO' or (department eq 'Marketing & Communicatie' and startsWith(jobTitle,'Chief'))",
    ['Margriet van der Linden', 'Saskia Mulder'],
  ],
  ["accountEnabled eq false and department eq 'Finance & Control' and startsWith(surname,'Dub')", ['Marcel Dubois']],
  ["employeeId ge '10001' and employeeId le '10002'", ['Anna Vermeer', 'Idris Bello']],
])('$filter=%s finds them', async (filter, expected) => {
  const items = await client.list(`/users?$select=displayName&$filter=${encodeURIComponent(filter)}`);
  expect(names(items).sort()).toEqual([...expected].sort());
});

test('$search is decoded twice: a hash or an ampersand encoded once ends it early', async () => {
  const search = (text: string) => client.get(`/users?$select=displayName&$search="displayName:${text}"`, EVENTUAL);
  expect(codeOf((await search('a%23b')).json)).toBe('Request_BadRequest');
  expect((await search('R%26D')).text).toContain("Unrecognized query argument specified: ''.");
  simulator.directory.addUser({ userPrincipalName: 'rd@lindenhof.example', displayName: 'R&D #1' });
  expect((await search('R%2526D%20%25231')).json).toMatchObject({ value: [{ displayName: 'R&D #1' }] });
});

test('an account of an AI agent comes with its type, whatever is selected and whichever way it comes', async () => {
  const { deltaLink } = await client.follow('/users/delta?$select=jobTitle');
  const { id } = simulator.directory.addUser({ userPrincipalName: 'agent@lindenhof.example', isAgent: true });
  const group = groupId('Board');
  simulator.directory.addMember(group, id);
  const ways = [
    '/users?$select=id&$top=999',
    `/groups/${group}/members?$select=id`,
    `/groups/${group}/members/microsoft.graph.user?$select=id&$count=true`,
    deltaLink,
  ];
  for (const way of ways) {
    const found = (await client.list(way, EVENTUAL)).find((item) => item.id === id);
    expect([way, found?.['@odata.type']]).toEqual([way, '#microsoft.graph.agentUser']);
  }
  expect((await client.get(`/users/${id}?$select=id`)).json).toMatchObject({
    '@odata.type': '#microsoft.graph.agentUser',
  });
  const { json } = await client.get(`/groups/delta?$select=members&$filter=id eq '${group}'`);
  const [told] = json['value'] as { 'members@delta': object[] }[];
  expect(told?.['members@delta']).toContainEqual({ '@odata.type': '#microsoft.graph.agentUser', id });
});

test('$search finds any word of a name, and combines with OR and AND', async () => {
  const search = async (text: string) =>
    names(await client.list(`/users?$search=${encodeURIComponent(text)}&$select=displayName`, EVENTUAL));
  expect(await search('"displayName:verme"')).toContain('Anna Vermeer');
  expect(await search('"displayName:linden"')).toContain('Margriet van der Linden');
  expect(await search('"mail:idris" OR "displayName:zoë hooft"')).toEqual(['Idris Bello', "Zoë 't Hooft"]);
  expect(await search('"displayName:anna" AND "givenName:idris"')).toEqual([]);
});

test('$orderby sorts over all pages', async () => {
  const items = await client.list('/users?$orderby=displayName desc&$top=50&$select=displayName');
  const sorted = names(items).map((name) => String(name).toLowerCase());
  expect(sorted).toEqual([...sorted].sort().reverse());
});

test('$expand=manager brings the selected properties of the manager, and nothing for who has none', async () => {
  const items = await client.list(
    "/users?$expand=manager($select=displayName)&$filter=startsWith(displayName,'Marg') or startsWith(displayName,'Anna V')&$select=displayName",
  );
  expect(items).toEqual([
    { displayName: 'Margriet van der Linden' },
    {
      displayName: 'Anna Vermeer',
      manager: { '@odata.type': '#microsoft.graph.user', displayName: 'Nadia El Amrani' },
    },
  ]);
});

test('a next link must be followed as it is, and dies with the process that made it', async () => {
  const { json } = await client.get('/users?$top=10&$select=id');
  const next = String(json['@odata.nextLink']);
  expect((await client.get(next.replace('$select=id', '$select=mail'))).status).toBe(400);
  simulator.reset();
  client = await GraphClient.open(simulator);
  expect(codeOf((await client.get(next)).json)).toBe('Directory_ExpiredPageToken');
});

test('members show their type, a cast to users leaves groups out and needs the advanced parameters', async () => {
  const benelux = `/groups/${groupId('Benelux')}`;
  const members = await client.list(`${benelux}/members?$select=displayName`);
  expect(members).toEqual([
    { '@odata.type': '#microsoft.graph.group', displayName: 'Nederland' },
    { '@odata.type': '#microsoft.graph.group', displayName: 'Office Gent' },
  ]);
  expect((await client.get(`${benelux}/transitiveMembers/microsoft.graph.user`)).status).toBe(400);
  const people = await client.list(
    `${benelux}/transitiveMembers/microsoft.graph.user?$count=true&$select=country`,
    EVENTUAL,
  );
  expect(people.length).toBeGreaterThan(100);
  expect([...new Set(people.map(({ country }) => country))].sort()).toEqual(['Belgium', 'Netherlands']);
});

test('transitive members come once, through three levels and around a cycle', async () => {
  const everyone = await client.list(`/groups/${groupId('Lindenhof Group')}/transitiveMembers?$select=id&$top=999`);
  expect(new Set(everyone.map(({ id }) => id)).size).toBe(everyone.length);
  const cycle = await client.list(`/groups/${groupId('Project Möbius')}/transitiveMembers?$select=id,displayName`);
  expect(names(cycle)).toContain('Project Möbius reviewers');
  expect(names(cycle)).not.toContain('Project Möbius');
});

test('a soft-deleted user is not listed as a member, and is again after restoring', async () => {
  const { id } = simulator.tenant.accounts.teammate;
  const team = `/groups/${groupId('Team Sales')}/members?$select=id&$top=999`;
  const isListed = async () => (await client.list(team)).some((member) => member.id === id);
  expect(await isListed()).toBe(true);
  simulator.directory.softDeleteUser(id);
  expect(await isListed()).toBe(false);
  simulator.directory.restoreUser(id);
  expect(await isListed()).toBe(true);
});

test('a group in a unit is a member of it and does not bring its own members', async () => {
  const unit = `/directory/administrativeUnits/${unitId('Commercial')}/members`;
  const members = await client.list(`${unit}?$top=999`);
  expect(members).toHaveLength(13);
  const groups = await client.list(`${unit}/microsoft.graph.group?$count=true`, EVENTUAL);
  expect(names(groups)).toEqual(['Team Marketing & Communicatie']);
});

test('counts are plain text', async () => {
  const users = await client.get('/users/$count', EVENTUAL);
  expect([users.text, users.headers.get('content-type')]).toEqual([
    String([...simulator.directory.users.live()].length),
    'text/plain',
  ]);
  const members = await client.get(`/groups/${groupId('Lindenhof Group')}/members/$count`, EVENTUAL);
  expect(members.text).toBe('2');
  const people = await client.get(
    `/groups/${groupId('Benelux')}/transitiveMembers/microsoft.graph.user/$count`,
    EVENTUAL,
  );
  expect(Number(people.text)).toBeGreaterThan(100);
});

test('memberOf is direct, transitiveMemberOf climbs', async () => {
  const { id } = simulator.tenant.accounts.globalAdmin;
  const direct = names(await client.list(`/users/${id}/memberOf?$select=displayName`));
  const all = names(
    await client.list(
      `/users/${id}/transitiveMemberOf/microsoft.graph.group?$select=displayName&$count=true`,
      EVENTUAL,
    ),
  );
  expect(direct).toContain('Office Amsterdam');
  expect(direct).not.toContain('Benelux');
  expect(all).toEqual(expect.arrayContaining(['Office Amsterdam', 'Nederland', 'Benelux', 'Lindenhof Group']));
  const above = (await client.get(`/groups/${groupId('Office Amsterdam')}/memberOf?$select=displayName`)).json;
  expect(above).toMatchObject({ value: [{ displayName: 'Nederland' }] });
});

test.each([
  ['/users?$select=id&$top=999', '1'],
  ['/users', '2'],
  ['/users?$expand=manager', '3'],
  ['/users?$top=5', '1'],
  ['/organization', '1'],
])('%s costs %s resource units', async (path, cost) => {
  expect((await client.get(path)).headers.get('x-ms-resource-unit')).toBe(cost);
});

test('an app without the permission is refused with 403', async () => {
  client = await GraphClient.open(simulator, ['User.Read.All']);
  for (const path of ['/groups', '/groups/delta', '/directory/administrativeUnits']) {
    const { status, json } = await client.get(path);
    expect([path, status, codeOf(json)]).toEqual([path, 403, 'Authorization_RequestDenied']);
  }
});

test('members of a type the app may not read come back as empty shells with status 200', async () => {
  client = await GraphClient.open(simulator, ['GroupMember.Read.All']);
  const [member] = await client.list(`/groups/${groupId('Team Sales')}/members`);
  expect(Object.keys(member ?? {}).sort()).toEqual(['@odata.type', 'id']);
});

test('hidden memberships need Member.Read.Hidden', async () => {
  const hidden = [
    `/groups/${groupId('Works Council')}/members`,
    `/directory/administrativeUnits/${unitId('Vertrouwenspersonen')}/members`,
  ];
  for (const path of hidden) expect((await client.get(path)).status).toBe(403);
  simulator.behaviour.leavesOutHiddenMembers = true;
  for (const path of hidden) expect(await client.list(path)).toEqual([]);
  client = await GraphClient.open(simulator, [...READ_ALL, 'Member.Read.Hidden']);
  for (const path of hidden) expect((await client.list(path)).length).toBeGreaterThan(0);
});

test('User.ReadBasic.All sees names and mail, not phones', async () => {
  client = await GraphClient.open(simulator, ['User.ReadBasic.All']);
  const { json } = await client.get('/users/anna.vermeer@lindenhof.example');
  expect(json).toMatchObject({ displayName: 'Anna Vermeer' });
  expect(json).not.toHaveProperty('mobilePhone');
});

test('an expired token, a token of another audience and no token at all are answered 401', async () => {
  const anonymous = await fetch(`${simulator.url}/v1.0/users`);
  expect(anonymous.status).toBe(401);
  simulator.clock.advance(60 * 60 * 1000);
  const { status, json } = await client.get('/users');
  expect([status, codeOf(json)]).toEqual([401, 'InvalidAuthenticationToken']);
});
