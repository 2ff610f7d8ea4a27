import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type * as Graph from '@microsoft/microsoft-graph-types';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import type { Simulator } from '../startSimulator.ts';
import { startSimulator } from '../startSimulator.ts';
import { EVENTUAL, GraphClient, READ_ALL } from '../support/graphClient.ts';
import { startReceiver } from '../support/receiver.ts';
import { ROUTES } from './graphRoutes.ts';
import { groupProperties } from './objects/groupProperties.ts';
import { organizationProperties } from './objects/organizationProperties.ts';
import type { PropertyTable } from './objects/propertyTable.ts';
import { unitProperties } from './objects/unitProperties.ts';
import { userProperties } from './objects/userProperties.ts';

interface Schema {
  allOf?: Schema[];
  properties?: Record<string, Record<string, unknown>>;
}

interface Description {
  paths: Record<
    string,
    { get?: { responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }> } }
  >;
  components: { schemas: Record<string, Schema> };
}

const SUBSET = new URL('../reference/graph-v1.0-subset.openapi.yaml', import.meta.url);
const description = parse(readFileSync(SUBSET, 'utf8')) as Description;
const ajv = new Ajv({ strict: false, allErrors: true, formats: { int32: true, int64: true } });
formats.default(ajv);
ajv.addSchema(asJsonSchema(description) as object, 'graph');

let simulator: Simulator;
let client: GraphClient;

beforeAll(async () => {
  simulator = await startSimulator();
  client = await GraphClient.open(simulator, [...READ_ALL, 'Member.Read.Hidden']);
});
afterAll(() => simulator.close());

const PROPERTIES: Record<string, PropertyTable> = {
  'microsoft.graph.user': userProperties,
  'microsoft.graph.group': groupProperties,
  'microsoft.graph.administrativeUnit': unitProperties,
  'microsoft.graph.organization': organizationProperties,
};
/** Relations that appear in answers without being properties. */
const RELATIONS = ['manager', 'members@delta', 'manager@delta', 'height', 'width'];

const cases = () => {
  const { globalAdmin } = simulator.tenant.accounts;
  const [group, unit] = [simulator.directory.groups.order[0] ?? '', simulator.directory.units.order[0] ?? ''];
  const everything = (table: PropertyTable) =>
    Object.keys(table)
      .filter((name) => !table[name]?.singleOnly)
      .join(',');
  return [
    ['/users', `/users?$top=999&$select=${everything(userProperties)}`],
    ['/users', '/users?$expand=manager'],
    ['/users/delta', `/users/delta?$select=${everything(userProperties)},manager`],
    ['/users/{id}', `/users/${globalAdmin.id}?$select=${everything(userProperties)}`],
    ['/users/{id}/manager', `/users/${globalAdmin.id}/manager`],
    ['/users/{id}/photo', `/users/${globalAdmin.id}/photo`],
    ['/users/{id}/photos', `/users/${globalAdmin.id}/photos`],
    ['/users/{id}/transitiveMemberOf', `/users/${globalAdmin.id}/transitiveMemberOf`],
    ['/groups', `/groups?$select=${everything(groupProperties)}`],
    ['/groups/delta', '/groups/delta'],
    ['/groups/{id}', `/groups/${group}`],
    ['/groups/{id}/members', `/groups/${group}/members`],
    ['/groups/{id}/members/microsoft.graph.user', `/groups/${group}/members/microsoft.graph.user?$count=true`],
    ['/groups/{id}/transitiveMembers', `/groups/${group}/transitiveMembers`],
    [
      '/groups/{id}/transitiveMembers/microsoft.graph.user',
      `/groups/${group}/transitiveMembers/microsoft.graph.user?$count=true`,
    ],
    ['/directory/administrativeUnits', '/directory/administrativeUnits'],
    ['/directory/administrativeUnits/delta', '/directory/administrativeUnits/delta'],
    ['/directory/administrativeUnits/{id}', `/directory/administrativeUnits/${unit}`],
    ['/directory/administrativeUnits/{id}/members', `/directory/administrativeUnits/${unit}/members`],
    [
      '/directory/administrativeUnits/{id}/members/microsoft.graph.user',
      `/directory/administrativeUnits/${unit}/members/microsoft.graph.user?$count=true`,
    ],
    ['/organization', '/organization'],
  ] as const;
};

test('every answer fits the schema made from Microsoft metadata, and has no property Microsoft does not know', async () => {
  for (const [path, address] of cases()) {
    const headers = address.includes('$count') ? EVENTUAL : {};
    const { json, status, text } = await client.get(address, headers);
    expect([address, status]).toEqual([address, 200]);
    expect([address, problems(schemaOf(path), json)]).toEqual([address, []]);
    expect([address, strangers(json), text.length > 2]).toEqual([address, [], true]);
  }
});

test('subscriptions and what is sent to them fit the schema too', async () => {
  const receiver = await startReceiver();
  const app = await GraphClient.open(simulator, ['User.Read.All', 'Group.Read.All']);
  const { json } = await app.post('/subscriptions', {
    changeType: 'updated,deleted',
    notificationUrl: receiver.url,
    lifecycleNotificationUrl: receiver.url,
    resource: '/groups',
    expirationDateTime: new Date(simulator.clock.now() + 60_000).toISOString(),
  });
  const single = (await app.get(`/subscriptions/${String(json['id'])}`)).json;
  const known = Object.keys(propertiesOf('microsoft.graph.subscription'));
  expect(problems(schemaOf('/subscriptions/{id}'), single)).toEqual([]);
  expect(problems(schemaOf('/subscriptions'), (await app.get('/subscriptions')).json)).toEqual([]);
  expect(Object.keys(single).filter((name) => !['id', '@odata.context', ...known].includes(name))).toEqual([]);
  const [group = ''] = simulator.directory.groups.order;
  simulator.directory.addMember(group, simulator.tenant.accounts.noMailbox.id);
  simulator.notifications.challenge();
  await simulator.notifications.deliver();
  await receiver.close();
  expect(receiver.posts.flat()).toHaveLength(2);
  const collection = 'graph#/components/schemas/microsoft.graph.changeNotificationCollection';
  const described = description.components.schemas['microsoft.graph.changeNotification']?.properties ?? {};
  // Lifecycle events come with two names that Microsoft describes nowhere; FIDELITY says so.
  const frame = [...Object.keys(described), 'organizationId', 'sequence'];
  for (const body of receiver.raw) expect(problems(collection, body)).toEqual([]);
  expect(
    receiver.posts
      .flat()
      .flatMap(Object.keys)
      .filter((name) => !frame.includes(name)),
  ).toEqual([]);
  expect(problems(collection, { value: [{ changeType: 'renamed' }] })).not.toEqual([]);
});

test('refusals fit the error schema', async () => {
  for (const path of ['/users?$select=nope', '/nothing', '/users/nobody']) {
    const { json } = await client.get(path);
    expect(problems('graph#/components/schemas/odata.error', json)).toEqual([]);
  }
});

test('the schema test notices a wrong type and an unknown property', () => {
  const schema = schemaOf('/users');
  expect(problems(schema, { value: [{ accountEnabled: 'yes' }] })).not.toEqual([]);
  expect(strangers({ value: [{ displayNmae: 'x' }] })).toEqual(['displayNmae']);
});

test('the property tables say what the metadata says', () => {
  for (const [type, table] of Object.entries(PROPERTIES)) {
    const documented = propertiesOf(type);
    for (const [name, facts] of Object.entries(documented)) {
      expect([type, name, table[name]?.filter]).toEqual([
        type,
        name,
        (facts['x-filter'] as string[] | undefined)?.join(' '),
      ]);
      expect([type, name, table[name]?.orderBy]).toEqual([type, name, facts['x-orderby']]);
    }
    expect(
      Object.keys(table).filter((name) => !documented[name] && name !== 'id' && name !== 'deletedDateTime'),
    ).toEqual([]);
  }
});

test('every path is one of Microsoft, or FIDELITY names it as an addition', () => {
  const fidelity = readFileSync(new URL('../FIDELITY.md', import.meta.url), 'utf8');
  const known = (path: string) => path.replace('{cast}', 'microsoft.graph.user') in description.paths;
  const additions = ROUTES.map(({ path }) => path).filter((path) => !known(path) && !fidelity.includes(`\`${path}\``));
  expect(additions).toEqual([]);
});

test('objects fit the types Microsoft publishes for TypeScript', async () => {
  // The assignments below are the test: they fail to compile when a name or type is wrong.
  const { json } = await client.get(
    `/users/${simulator.tenant.accounts.globalAdmin.id}?$select=accountEnabled,businessPhones,mail`,
  );
  const seen: Graph.User = json;
  const seeded = simulator.directory.findUser(simulator.tenant.accounts.globalAdmin.id);
  const same: Pick<Graph.User, 'accountEnabled' | 'mail' | 'department' | 'employeeId' | 'officeLocation'> | undefined =
    seeded;
  expect([seen.accountEnabled, seen.mail]).toEqual([same?.accountEnabled, same?.mail]);
});

/** OpenAPI 3.0 puts `nullable` beside a reference, where JSON Schema has no place for it. */
function asJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, asJsonSchema(value)]),
  );
  if (nullable !== true) return rest;
  return 'type' in rest ? { ...rest, nullable } : { anyOf: [rest, { type: 'null' }] };
}

function schemaOf(path: string): string {
  const [type] = Object.values(description.paths[path]?.get?.responses['200']?.content ?? {});
  return `graph${type?.schema.$ref ?? '#/missing'}`;
}

function problems(schema: string, value: unknown): string[] {
  const validate = ajv.getSchema(schema) ?? ajv.compile({ $ref: schema });
  void validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function propertiesOf(type: string): Record<string, Record<string, unknown>> {
  return description.components.schemas[type]?.allOf?.find(({ properties }) => properties)?.properties ?? {};
}

/** User and group are open types, so the schema alone lets every misspelling pass. */
function strangers({ value = [], ...single }: Record<string, unknown>): string[] {
  const known = new Set([...Object.values(PROPERTIES).flatMap((table) => Object.keys(table)), ...RELATIONS]);
  const objects = [single, ...(value as Record<string, unknown>[])];
  return objects.flatMap((object) => Object.keys(object)).filter((name) => !name.startsWith('@') && !known.has(name));
}
