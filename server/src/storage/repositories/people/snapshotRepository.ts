import type { Membership, SnapshotRepository } from '../../../ports/repositories/snapshotRepository.ts';
import type { Collection, Condition, StorageEngine } from '../../collection.ts';
import { compareKeys } from '../../keys/compareKeys.ts';
import {
  membershipsOf,
  snapshotHeads,
  snapshotMemberships,
  snapshotPeople,
  dirtyPeople,
  type SnapshotMembership,
  type SnapshotPerson,
  type DirtyPerson,
} from '../../declare/people/snapshotCollections.ts';
import { openErasedFilter, type ErasedFilter } from '../../privacy/erasedPeople.ts';
import { removeMatching } from '../removeMatching.ts';

type PeopleCalls = Pick<SnapshotRepository, 'savePeople' | 'removePeople' | 'getPeople' | 'scanPeople' | 'countPeople'>;
type MembershipCalls = Pick<
  SnapshotRepository,
  | 'saveMemberships'
  | 'hasMemberships'
  | 'removeMemberships'
  | 'clearContainer'
  | 'scanPersonMemberships'
  | 'groupMemberships'
  | 'personMemberships'
  | 'containersOfPeople'
  | 'scanContainer'
>;
type DirtyCalls = Pick<SnapshotRepository, 'markDirty' | 'scanDirty' | 'clearDirty'>;

export const openSnapshotRepository = (engine: StorageEngine): SnapshotRepository => {
  const heads = engine.collection(snapshotHeads);
  const people = engine.collection(snapshotPeople);
  const memberships = engine.collection(snapshotMemberships);
  const dirty = engine.collection(dirtyPeople);
  const erased = openErasedFilter(engine);
  return {
    getHead: async (tenantId, snapshotId) => (await heads.get(tenantId, snapshotId))?.document ?? null,
    saveHead: async (tenantId, head) => {
      await heads.write(tenantId, [{ put: head }]);
    },
    ...peopleCalls(people, erased),
    ...membershipCalls(memberships, erased),
    ...dirtyCalls(dirty, erased),
    remove: async (tenantId, snapshotId) => {
      const where = [idsUnder(snapshotId)];
      await removeMatching(people, snapshotPeople, { tenantId, where });
      await removeMatching(memberships, snapshotMemberships, { tenantId, where });
      await removeMatching(dirty, dirtyPeople, { tenantId, where });
      // Last, so that a removal that was cut short is still listed and can be repeated.
      await heads.write(tenantId, [{ delete: snapshotId }]);
    },
    list: async (tenantId) => {
      const ids: string[] = [];
      for await (const batch of heads.scan(tenantId)) ids.push(...batch.map((item) => item.document.id));
      return ids;
    },
  };
};

/** Ids begin with the snapshot's, so the order of ids answers everything about one snapshot without another index. */
const idsUnder = (...path: readonly string[]): Condition => ({ key: 'id', prefix: `${path.join('/')}/` });

/** Who asked to be erased is not read into any snapshot, so no plan comes to them. */
const peopleCalls = (store: Collection<SnapshotPerson>, erased: ErasedFilter): PeopleCalls => ({
  savePeople: async (tenantId, snapshotId, people) => {
    const kept = await erased.without(tenantId, people, ({ id }) => id);
    await store.write(
      tenantId,
      kept.map((person) => ({ put: { snapshotId, person } })),
    );
  },
  removePeople: async (tenantId, snapshotId, ids) => {
    await store.write(
      tenantId,
      ids.map((id) => ({ delete: `${snapshotId}/${id}` })),
    );
  },
  getPeople: async (tenantId, snapshotId, ids) => {
    const found = await store.getMany(
      tenantId,
      ids.map((id) => `${snapshotId}/${id}`),
    );
    return found.map((item) => item.document.person);
  },
  scanPeople: async function* (tenantId, snapshotId) {
    for await (const batch of store.scan(tenantId, [idsUnder(snapshotId)])) {
      yield batch.map((item) => item.document.person);
    }
  },
  countPeople: (tenantId, snapshotId) => store.count(tenantId, [idsUnder(snapshotId)]),
});

const membershipCalls = (store: Collection<SnapshotMembership>, erased: ErasedFilter): MembershipCalls => ({
  saveMemberships: async (tenantId, snapshotId, memberships) => {
    const kept = await erased.without(tenantId, memberships, ({ memberId }) => memberId);
    await store.write(
      tenantId,
      kept.map((membership) => ({ put: { snapshotId, membership } })),
    );
  },
  hasMemberships: async (tenantId, snapshotId, memberships) => {
    const ids = memberships.map((membership) => snapshotMemberships.id({ snapshotId, membership }));
    const found = await store.getMany(tenantId, ids);
    const known = new Set(found.map((item) => snapshotMemberships.id(item.document)));
    return ids.map((id) => known.has(id));
  },
  removeMemberships: async (tenantId, snapshotId, memberships) => {
    await store.write(
      tenantId,
      memberships.map((membership) => ({ delete: snapshotMemberships.id({ snapshotId, membership }) })),
    );
  },
  clearContainer: (tenantId, snapshotId, containerId) =>
    removeMatching(store, snapshotMemberships, {
      tenantId,
      where: [{ key: 'container', eq: `${snapshotId}/${containerId}` }],
    }),
  scanContainer: (tenantId, snapshotId, containerId) =>
    scanMemberships(store, tenantId, { key: 'container', eq: `${snapshotId}/${containerId}` }),
  scanPersonMemberships: (tenantId, snapshotId) => scanMemberships(store, tenantId, idsUnder(snapshotId, 'user')),
  groupMemberships: (tenantId, snapshotId) => collect(scanMemberships(store, tenantId, idsUnder(snapshotId, 'group'))),
  personMemberships: (tenantId, snapshotId, personId) =>
    personMemberships(store, tenantId, membershipsOf(snapshotId, 'user', personId)),
  containersOfPeople: (tenantId, snapshotId, { people, containers }) => {
    const begins = new Map(people.map((id) => [id, membershipsOf(snapshotId, 'user', id)]));
    return containers.length > mostGuessed
      ? findContainers(store, tenantId, begins)
      : guessContainers(store, tenantId, { begins, containers });
  },
});

/** Up to so many containers it is less work to ask for every membership there could be than for each person's. */
const mostGuessed = 50;

/** How the ids of a person's memberships begin, by person. */
type Begins = ReadonlyMap<string, string>;

const guessContainers = async (
  store: Collection<SnapshotMembership>,
  tenantId: string,
  { begins, containers }: { readonly begins: Begins; readonly containers: readonly string[] },
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const ids = [...begins.values()].flatMap((begin) => containers.map((containerId) => begin + containerId));
  const found = ids.length === 0 ? [] : await store.getMany(tenantId, ids);
  const held = new Set(found.map(({ document }) => snapshotMemberships.id(document)));
  const inOrder = [...containers].sort(compareKeys);
  return new Map(
    [...begins].map(([id, begin]) => [id, inOrder.filter((containerId) => held.has(begin + containerId))]),
  );
};

const findContainers = async (
  store: Collection<SnapshotMembership>,
  tenantId: string,
  begins: Begins,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>();
  for (const [id, begin] of begins)
    found.set(
      id,
      (await personMemberships(store, tenantId, begin)).map(({ containerId }) => containerId),
    );
  return found;
};

const personMemberships = (
  store: Collection<SnapshotMembership>,
  tenantId: string,
  prefix: string,
): Promise<readonly Membership[]> => collect(scanMemberships(store, tenantId, { key: 'id', prefix }));

const dirtyCalls = (store: Collection<DirtyPerson>, erased: ErasedFilter): DirtyCalls => ({
  markDirty: async (tenantId, snapshotId, personIds) => {
    const kept = await erased.without(tenantId, personIds, (id) => id);
    await store.write(
      tenantId,
      kept.map((personId) => ({ put: { snapshotId, personId } })),
    );
  },
  scanDirty: async function* (tenantId, snapshotId) {
    for await (const batch of store.scan(tenantId, [idsUnder(snapshotId)])) {
      yield batch.map((item) => item.document.personId);
    }
  },
  clearDirty: (tenantId, snapshotId) => removeMatching(store, dirtyPeople, { tenantId, where: [idsUnder(snapshotId)] }),
});

async function* scanMemberships(
  store: Collection<SnapshotMembership>,
  tenantId: string,
  under: Condition,
): AsyncGenerator<readonly Membership[]> {
  for await (const batch of store.scan(tenantId, [under])) yield batch.map((item) => item.document.membership);
}

const collect = async (batches: AsyncIterable<readonly Membership[]>): Promise<readonly Membership[]> => {
  const all: Membership[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
};
