import { describe, expect, test } from '@jest/globals';
import { manyOn } from '../support/targets/contractTarget.ts';
import { membership, person, snapshotHead } from '../support/samples.ts';
import type { RepositoriesFixture } from '../support/withRepositories.ts';

const collect = async <T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
};

export const snapshotClauses = (fixture: RepositoriesFixture): void => {
  describe('snapshots', () => {
    test('keep heads and people apart by snapshot and tenant', async () => {
      const { snapshots } = fixture.repositories;
      const { tenant, otherTenant } = fixture;
      expect(await snapshots.getHead(tenant, 's1')).toBeNull();
      await snapshots.saveHead(tenant, snapshotHead('s1'));
      await snapshots.saveHead(tenant, { ...snapshotHead('s1'), complete: true });
      await snapshots.saveHead(tenant, snapshotHead('s10'));
      expect((await snapshots.getHead(tenant, 's1'))?.complete).toBe(true);
      await snapshots.savePeople(tenant, 's1', [person('b'), person('a'), person('c')]);
      await snapshots.savePeople(tenant, 's1', [person('a', { displayName: 'again' })]);
      await snapshots.savePeople(tenant, 's10', [person('x')]);
      await snapshots.savePeople(otherTenant, 's1', [person('y')]);
      await snapshots.removePeople(tenant, 's1', ['b', 'never']);
      expect((await collect(snapshots.scanPeople(tenant, 's1'))).map(({ id }) => id)).toEqual(['a', 'c']);
      expect((await snapshots.getPeople(tenant, 's1', ['a', 'b', 'x']))[0]?.displayName).toBe('again');
      expect(await snapshots.countPeople(tenant, 's1')).toBe(2);
      expect(await snapshots.countPeople(tenant, 's10')).toBe(1);
      expect(await snapshots.list(tenant)).toEqual(['s1', 's10']);
      expect(await snapshots.list(otherTenant)).toEqual([]);
    });

    test('give memberships of people in the order in which they give the people', async () => {
      const { snapshots } = fixture.repositories;
      const ids = ['a', 'a-b', 'a0', 'b', 'a/b', 'A', 'a.b'];
      await snapshots.savePeople(
        fixture.tenant,
        's',
        ids.map((id) => person(id)),
      );
      await snapshots.saveMemberships(
        fixture.tenant,
        's',
        ids.flatMap((id) => [membership(id, 'g2'), membership(id, 'g1')]),
      );
      const people = (await collect(snapshots.scanPeople(fixture.tenant, 's'))).map(({ id }) => id);
      const members = (await collect(snapshots.scanPersonMemberships(fixture.tenant, 's'))).map(
        ({ memberId }) => memberId,
      );
      expect(members).toEqual(people.flatMap((id) => [id, id]));
    });

    test('tell memberships of people from those of groups, and forget a container, a membership or all', async () => {
      const { snapshots } = fixture.repositories;
      const { tenant } = fixture;
      await snapshots.saveHead(tenant, snapshotHead('s'));
      await snapshots.savePeople(tenant, 's', [person('p')]);
      const memberships = [
        membership('p', 'g1'),
        membership('p', 'g2'),
        membership('p2', 'g1'),
        membership('g2', 'g1', 'group'),
      ];
      await snapshots.saveMemberships(tenant, 's', memberships);
      await snapshots.saveMemberships(tenant, 's', memberships);
      await snapshots.saveMemberships(tenant, 'kept', memberships);
      expect(await snapshots.groupMemberships(tenant, 's')).toEqual([membership('g2', 'g1', 'group')]);
      expect(await snapshots.personMemberships(tenant, 's', 'p')).toEqual([
        membership('p', 'g1'),
        membership('p', 'g2'),
      ]);
      await snapshots.removeMemberships(tenant, 's', [membership('p', 'g2'), membership('never', 'g9')]);
      expect(await snapshots.personMemberships(tenant, 's', 'p')).toEqual([membership('p', 'g1')]);
      await snapshots.clearContainer(tenant, 's', 'g1');
      expect(await collect(snapshots.scanPersonMemberships(tenant, 's'))).toEqual([]);
      expect(await snapshots.groupMemberships(tenant, 's')).toEqual([]);
      await snapshots.remove(tenant, 's');
      expect(await snapshots.countPeople(tenant, 's')).toBe(0);
      expect(await snapshots.getHead(tenant, 's')).toBeNull();
      expect(await collect(snapshots.scanPersonMemberships(tenant, 'kept'))).toHaveLength(3);
    });

    test.each([3, 60])('tell of many people at once which of %d containers each is in', async (many) => {
      const { snapshots } = fixture.repositories;
      const { tenant } = fixture;
      await snapshots.saveMemberships(tenant, 's', [
        membership('p', 'g2'),
        membership('p', 'g1'),
        membership('p2', 'g1'),
        membership('p3', 'g1', 'group'),
      ]);
      await snapshots.saveMemberships(tenant, 'other', [membership('p2', 'g2')]);
      const containers = Array.from({ length: many }, (_, index) => `g${many - index}`);
      const found = await snapshots.containersOfPeople(tenant, 's', { people: ['p', 'p2', 'p3', 'p4'], containers });
      expect([...found]).toEqual([
        ['p', ['g1', 'g2']],
        ['p2', ['g1']],
        ['p3', []],
        ['p4', []],
      ]);
      const none = await snapshots.containersOfPeople(tenant, 's', { people: ['p'], containers: [] });
      expect(none.get('p')).toEqual([]);
    });

    test('of many people are removed whole, and removing twice is fine', async () => {
      const { snapshots } = fixture.repositories;
      await snapshots.savePeople(
        fixture.tenant,
        's',
        Array.from({ length: manyOn(fixture, 2500) }, (_, index) => person(`p${index}`)),
      );
      await snapshots.remove(fixture.tenant, 's');
      await snapshots.remove(fixture.tenant, 's');
      expect(await snapshots.countPeople(fixture.tenant, 's')).toBe(0);
    });
  });
};
