import { describe, expect, test } from '@jest/globals';
import { samplePerson, sampleSelection, sampleTeammate } from '../../../tests/support/people/samplePeople.ts';
import type { Checkpoint } from '../../ports/repositories/runRepositories.ts';
import type { Membership } from '../../ports/repositories/snapshotRepository.ts';
import { declarations } from '../../storage/declare/collections.ts';
import { openRepositories } from '../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../storage/sqlite/openSqliteEngine.ts';
import { openSecretBox } from '../../identity/secrets/secretBox.ts';
import { openedDesigns } from '../designs/openedDesigns.ts';
import { scanPeople } from '../rendering/scanPeople.ts';
import { openContainers, openContainersOf, type PersonContainers } from './memberships.ts';

const tenant = 'contoso';
const at = '2026-01-01T00:00:00.000Z';
const checkpoint: Checkpoint = {
  ...{ snapshotId: 's', selection: sampleSelection(), warnings: [], runId: 'run', at, fullAt: at, autoDisable: true },
};

const inGroup = (memberId: string, containerId: string): Membership => ({
  container: 'group',
  containerId,
  memberId,
  memberKind: 'group',
});

/** Each group is in the next one, and in one around all. */
const chain = (length: number): readonly Membership[] =>
  Array.from({ length }, (_, number) => `g${String(number)}`).flatMap((id, number) => [
    inGroup(id, `g${String(number + 1)}`),
    inGroup(id, 'all'),
  ]);

test('a member of a nested group is in every group around it, also where they are in each other, and in a unit alone', () => {
  const nested: readonly Membership[] = [
    ...chain(3),
    inGroup('g3', 'g0'),
    { ...inGroup('g1', 'u2'), container: 'unit' },
  ];
  const containersOf = openContainersOf(nested);
  const own: readonly Membership[] = [
    { ...inGroup('ada', 'g1'), memberKind: 'user' },
    { container: 'unit', containerId: 'u1', memberId: 'ada', memberKind: 'user' },
  ];
  expect(containersOf(own)).toEqual({ groups: new Set(['g0', 'g1', 'g2', 'g3', 'all']), units: new Set(['u1']) });
  expect(containersOf([])).toEqual({ groups: new Set(), units: new Set() });
});

describe('nested groups are walked once, however many people are looked at', () => {
  const people = Array.from({ length: 200 }, (_, number) => `p${String(number).padStart(3, '0')}`);

  /** People of `contoso`, each in a last group but one, and how often an edge between groups was looked at. */
  const openTenant = async () => {
    const stored = openRepositories(await openSqliteEngine({ file: ':memory:', declarations }));
    await stored.checkpoints.save(tenant, checkpoint);
    await stored.teammates.save(
      tenant,
      people.map((id) => sampleTeammate({ id, profile: samplePerson({ id }) })),
    );
    await stored.snapshots.saveMemberships(
      tenant,
      checkpoint.snapshotId,
      people.map((id) => ({ ...inGroup(id, 'g9998'), memberKind: 'user' })),
    );
    const seen = { looks: 0 };
    const edges = chain(10_000).map(({ container, ...edge }) => ({
      ...edge,
      get container() {
        seen.looks += 1;
        return container;
      },
    }));
    const snapshots = { ...stored.snapshots, groupMemberships: () => Promise.resolve(edges) };
    return { repositories: { ...stored, snapshots }, edges, seen };
  };
  const expectedGroups = new Set(['g9998', 'g9999', 'all', 'g10000']);

  test('one after the other', async () => {
    const { repositories, edges, seen } = await openTenant();
    const containersOf = await openContainers(repositories, tenant);
    for (const id of people) expect((await containersOf(id)).groups).toEqual(expectedGroups);
    expect(seen.looks).toBe(edges.length);
  });

  test('all of them', async () => {
    const { repositories, edges, seen } = await openTenant();
    const clock = { now: () => new Date(at), sleep: () => Promise.resolve() };
    const desk = {
      repositories,
      clock,
      publicUrl: 'https://u.example',
      openedDesigns: openedDesigns(),
      secretBox: openSecretBox(new Uint8Array(32)),
    };
    const found: PersonContainers[] = [];
    for await (const batch of scanPeople(desk, tenant, { withManagers: false }))
      found.push(...batch.map(({ person }) => person));
    expect(found.map(({ groups }) => groups)).toEqual(people.map(() => expectedGroups));
    expect(seen.looks).toBe(edges.length);
  });
});
