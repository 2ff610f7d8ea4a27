import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Simulator } from '../../startSimulator.ts';
import { startSimulator } from '../../startSimulator.ts';
import { generateDirectory } from '../../seed/generateDirectory.ts';
import { GraphClient, READ_ALL } from '../../support/graphClient.ts';
import type { Item } from '../../support/graphClient.ts';

/** A client that knows nothing but the rules: merge by id, absent keeps, null clears, @removed removes. */
class Replica {
  readonly objects = new Map<string, Record<string, unknown>>();
  readonly relations = new Map<string, Set<string>>();

  take(items: readonly Item[], relation: string): void {
    for (const { id, '@removed': removed, [relation]: links, ...properties } of items) {
      if (removed !== undefined) {
        this.objects.delete(id);
        this.relations.delete(id);
        continue;
      }
      this.objects.set(id, { ...this.objects.get(id), ...properties });
      const known = this.relations.get(id) ?? new Set<string>();
      this.relations.set(id, known);
      for (const link of (links ?? []) as Item[]) {
        if (link['@removed']) known.delete(link.id);
        else known.add(link.id);
      }
    }
  }
}

let simulator: Simulator;
let client: GraphClient;

beforeAll(async () => {
  simulator = await startSimulator({ seed: () => generateDirectory({ users: 30, groups: 4, units: 2 }) });
  client = await GraphClient.open(simulator, READ_ALL);
});

afterAll(() => simulator.close());

// Few numbers, so that the same people and groups are hit again and again.
const number = fc.nat({ max: 5 });
const mutation = fc.record({ kind: fc.nat({ max: 14 }), a: number, b: number });
const step = fc.oneof(
  { weight: 6, arbitrary: mutation },
  { weight: 1, arbitrary: fc.constant('sync' as const) },
  { weight: 1, arbitrary: fc.constant('page' as const) },
);

function mutate({ kind, a, b }: { kind: number; a: number; b: number }): void {
  const { directory } = simulator;
  const users = directory.users.order.filter((id) => directory.users.find(id));
  const groups = directory.groups.order.filter((id) => directory.groups.find(id));
  const [user = '', other = '', group = ''] = [
    users[a % users.length],
    users[b % users.length],
    groups[b % groups.length],
  ];
  const unit = directory.units.order[b % directory.units.order.length] ?? '';
  const actions = [
    () => directory.updateUser(user, { jobTitle: `Title ${b}` }),
    () => directory.updateUser(user, { jobTitle: null, city: 'Gent' }),
    () => directory.softDeleteUser(user),
    () => directory.restoreUser(user),
    () => users.length > 5 && directory.hardDeleteUser(user),
    () => directory.addUser({ userPrincipalName: `new${a}.${b}.${users.length}@lindenhof.example` }),
    () => directory.setManager(user, other === user ? null : other),
    () => directory.addMember(group, user),
    () => directory.removeMember(group, user),
    () => directory.addUnitMember(unit, user),
    () => directory.removeUnitMember(unit, user),
    () => directory.updateGroup(group, { description: `About ${a}`, groupTypes: ['Unified'] }),
    () => groups.length > 2 && directory.deleteGroup(group),
    () => directory.restoreGroup(group),
    () => directory.addGroup({ displayName: `Group ${a}`, groupTypes: ['Unified'] }),
  ];
  actions[kind]?.();
}

interface Feed {
  link: string;
  relation: string;
  replica: Replica;
}

async function onePage(feed: Feed, headers: Record<string, string>): Promise<boolean> {
  const { json, status, text } = await client.get(feed.link, headers);
  if (status !== 200) throw new Error(text);
  feed.replica.take(json['value'] as Item[], feed.relation);
  feed.link = String(json['@odata.nextLink'] ?? json['@odata.deltaLink']);
  return json['@odata.nextLink'] !== undefined;
}

async function wholeRound(feed: Feed, headers: Record<string, string>): Promise<void> {
  while (await onePage(feed, headers)) continue;
}

test.each([
  { name: 'the default shape', headers: {} },
  { name: 'return=minimal', headers: { Prefer: 'return=minimal' } },
])(
  'a client that only follows the rules of delta always ends with the directory as it is, with $name',
  async ({ headers }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.nat({ max: 2 }), async (steps, replays) => {
        simulator.reset();
        client = await GraphClient.open(simulator, READ_ALL);
        Object.assign(simulator.behaviour, { deltaPageSize: 3, deltaMembersPerPage: 4, replays });
        const feeds: Feed[] = [
          { link: '/users/delta?$select=id,jobTitle,city,manager', relation: 'manager@delta', replica: new Replica() },
          { link: '/groups/delta?$select=description,members', relation: 'members@delta', replica: new Replica() },
          { link: '/directory/administrativeUnits/delta', relation: 'members@delta', replica: new Replica() },
        ];
        for (const action of steps) {
          if (typeof action === 'object') mutate(action);
          else for (const feed of feeds) await (action === 'page' ? onePage : wholeRound)(feed, headers);
        }
        // What changed while a round was under way is told in the next.
        for (const feed of feeds) await wholeRound(feed, headers);
        for (const feed of feeds) await wholeRound(feed, headers);
        expectUsers(feeds[0]?.replica);
        expectMembers(feeds[1]?.replica, 'groups');
        expectMembers(feeds[2]?.replica, 'units');
      }),
      { numRuns: process.env['TESTS'] === 'all' ? 150 : 10 },
    );
  },
);

function expectUsers(replica: Replica | undefined): void {
  const seen = Object.fromEntries(
    [...(replica?.objects ?? [])].map(([id, { jobTitle, city }]) => [
      id,
      { jobTitle: jobTitle ?? null, city: city ?? null, manager: [...(replica?.relations.get(id) ?? [])] },
    ]),
  );
  const real = Object.fromEntries(
    [...simulator.directory.users.live()].map(({ id, jobTitle, city, managerId }) => [
      id,
      { jobTitle: jobTitle ?? null, city: city ?? null, manager: managerId === undefined ? [] : [managerId] },
    ]),
  );
  expect(seen).toEqual(real);
}

function expectMembers(replica: Replica | undefined, table: 'groups' | 'units'): void {
  const { directory } = simulator;
  const membership = table === 'groups' ? directory.groupMembers : directory.unitMembers;
  for (const { id } of directory[table].live()) {
    expect([...(replica?.relations.get(id) ?? [])].sort()).toEqual([...membership.of(id)].sort());
  }
  expect([...(replica?.objects.keys() ?? [])].sort()).toEqual([...directory[table].live()].map(({ id }) => id).sort());
}
