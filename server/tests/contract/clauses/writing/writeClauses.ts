import { describe, expect, test } from '@jest/globals';
import { Duplicate, StaleRevision } from '../../../../src/domain/errors.ts';
import { manyOn, type ContractTarget } from '../../support/targets/contractTarget.ts';
import { idsOf, readPages, readScan } from '../../support/readAll.ts';
import { thing, things } from '../../support/things.ts';
import { withThings } from '../../support/withThings.ts';

export const writeClauses = (target: ContractTarget): void => {
  describe('writing', () => {
    const fixture = withThings(target);

    test('what was put comes back, with a revision that grows by one', async () => {
      const { collection, tenant } = fixture;
      expect(await collection.get(tenant, 'a')).toBeNull();
      const first = thing('a', { name: 'Zoë 😀', size: 1.5, tags: ['x'], note: 'line\n"quoted" \\ \u0000 \u2028' });
      expect(await collection.write(tenant, [{ put: first }])).toEqual([1]);
      expect(await collection.get(tenant, 'a')).toEqual({ document: first, revision: 1 });
      expect(await collection.write(tenant, [{ put: thing('a') }, { put: thing('a', { note: 'n' }) }])).toEqual([2, 3]);
      expect(await collection.get(tenant, 'a')).toEqual({ document: thing('a', { note: 'n' }), revision: 3 });
    });

    test('of creations, the first whose id is taken fails and none after it is applied; racing ones make each document once', async () => {
      const { collection, tenant } = fixture;
      await collection.write(tenant, [{ put: thing('c', { note: 'first' }) }]);
      const creations = (ids: string, note: string) =>
        [...ids].map((id) => ({ put: thing(id, { note }), ifRevision: 0 }));
      await expect(collection.write(tenant, creations('abcd', 'late'))).rejects.toBeInstanceOf(StaleRevision);
      expect((await collection.get(tenant, 'c'))?.document.note).toBe('first');
      expect(await collection.get(tenant, 'd')).toBeNull();
      const race = await Promise.allSettled(
        ['1', '2', '3'].map((note) => collection.write(tenant, creations('uvwxyz', note))),
      );
      const won = race.filter(({ status }) => status === 'fulfilled').length;
      expect(won).toBeLessThanOrEqual(1);
      for (const outcome of race)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StaleRevision);
      const made = await collection.getMany(tenant, [...'uvwxyz']);
      expect(made.every(({ revision }) => revision === 1)).toBe(true);
      if (won === 1) expect(made).toHaveLength(6);
    });

    test('words of a batch are found whatever stands in them, and those of what it replaced, deleted or did not finish are not', async () => {
      const { collection, tenant } = fixture;
      const odd = ['"', '\\', '\\"', '__proto__', '\u2028', '\n', '😀', "'", '[', '1'];
      const foundBy = async (tag: string) =>
        (await collection.page(tenant, { where: [{ key: 'tags', has: tag }], limit: 10 })).items.map(
          ({ document }) => document.id,
        );
      await collection.write(tenant, [
        { put: thing('a', { tags: odd }) },
        { put: thing('b', { tags: ['gone', 'both'] }) },
        { put: thing('c', { tags: ['gone'] }) },
        { put: thing('b', { tags: ['both', 'later'] }) },
        { delete: 'c' },
        { put: thing('d', { tags: ['both'] }) },
      ]);
      for (const tag of odd) expect([tag, await foundBy(tag)]).toEqual([tag, ['a']]);
      expect(await Promise.all(['gone', 'later', 'both'].map(foundBy))).toEqual([[], ['b'], ['b', 'd']]);
      const failing = [{ put: thing('e', { tags: ['never'] }) }, { put: thing('a'), ifRevision: 9 }];
      await expect(collection.write(tenant, failing)).rejects.toBeInstanceOf(StaleRevision);
      await collection.write(tenant, [{ put: thing('f', { tags: ['once'] }) }]);
      expect((await foundBy('never')).filter((id) => id !== 'e')).toEqual([]);
      expect(await foundBy('once')).toEqual(['f']);
    });

    test('put replaces every derived key, so nothing is found by what it no longer says', async () => {
      const { collection, tenant } = fixture;
      const before = thing('a', {
        name: 'london',
        status: 'old',
        size: 1,
        mixed: 'm',
        code: 'c1',
        tags: ['red', 'blue'],
      });
      const after = thing('a', {
        name: 'paris',
        status: 'new',
        size: 2,
        mixed: 7,
        code: 'c2',
        tags: ['blue', 'green'],
      });
      await collection.write(tenant, [{ put: before }, { put: after }]);
      const found = async (where: Parameters<typeof collection.count>[1]): Promise<number> =>
        collection.count(tenant, where);
      expect(await found([{ key: 'name', eq: 'london' }])).toBe(0);
      expect(await found([{ key: 'status', eq: 'old' }])).toBe(0);
      expect(await found([{ key: 'size', eq: 1 }])).toBe(0);
      expect(await found([{ key: 'mixed', eq: 'm' }])).toBe(0);
      expect(await found([{ key: 'code', eq: 'c1' }])).toBe(0);
      expect(await found([{ key: 'tags', has: 'red' }])).toBe(0);
      expect(await found([{ key: 'letters', has: 'l' }])).toBe(0);
      expect(await found([{ key: 'name', eq: 'paris' }])).toBe(1);
      expect(await found([{ key: 'tags', has: 'blue' }])).toBe(1);
      expect(await found([{ key: 'tags', prefix: 'gre' }])).toBe(1);
      expect(await found([{ key: 'mixed', eq: 7 }])).toBe(1);
      await collection.write(tenant, [{ put: thing('a') }]);
      expect(await found([{ key: 'tags', prefix: '' }])).toBe(0);
      await collection.write(tenant, [{ put: thing('b', { code: 'c1' }) }, { put: thing('c', { code: 'c2' }) }]);
      expect(await found([])).toBe(3);
    });

    test('delete takes the document out of every answer, and deleting what is absent is fine', async () => {
      const { collection, tenant } = fixture;
      await collection.write(tenant, [{ put: thing('a', { name: 'ada', code: 'c', tags: ['t'] }) }]);
      expect(await collection.write(tenant, [{ delete: 'a' }, { delete: 'a' }, { delete: 'never' }])).toEqual([
        0, 0, 0,
      ]);
      expect(await collection.get(tenant, 'a')).toBeNull();
      expect(await collection.count(tenant)).toBe(0);
      expect(await collection.count(tenant, [{ key: 'tags', has: 't' }])).toBe(0);
      expect(await readPages(collection, tenant, { sort: 'name', limit: 5 })).toEqual([]);
      expect(await collection.write(tenant, [{ put: thing('b', { code: 'c', tags: ['t'] }) }])).toEqual([1]);
    });

    test('a wrong revision is stale and changes nothing; the right one is not', async () => {
      const { collection, tenant } = fixture;
      await collection.write(tenant, [{ put: thing('a') }, { put: thing('a') }]);
      for (const ifRevision of [0, 1, 3]) {
        await expect(collection.write(tenant, [{ put: thing('a', { note: 'x' }), ifRevision }])).rejects.toThrow(
          StaleRevision,
        );
        await expect(collection.write(tenant, [{ delete: 'a', ifRevision }])).rejects.toThrow(StaleRevision);
      }
      await expect(collection.write(tenant, [{ put: thing('b'), ifRevision: 1 }])).rejects.toThrow(StaleRevision);
      await expect(collection.write(tenant, [{ delete: 'b', ifRevision: 1 }])).rejects.toThrow(StaleRevision);
      expect(await collection.get(tenant, 'a')).toEqual({ document: thing('a'), revision: 2 });
      expect(await collection.write(tenant, [{ put: thing('a'), ifRevision: 2 }])).toEqual([3]);
      expect(await collection.write(tenant, [{ delete: 'a', ifRevision: 3 }])).toEqual([0]);
      expect(await collection.write(tenant, [{ put: thing('a'), ifRevision: 0 }])).toEqual([1]);
    });

    test("a taken unique key is a Duplicate that names it; null is never taken, nor is one's own", async () => {
      const { collection, tenant } = fixture;
      await collection.write(tenant, [{ put: thing('a', { code: 'c' }) }, { put: thing('n') }, { put: thing('m') }]);
      const clash = collection.write(tenant, [{ put: thing('b', { code: 'c' }) }]);
      await expect(clash).rejects.toBeInstanceOf(Duplicate);
      await expect(clash).rejects.toMatchObject({ code: 'duplicate', detail: 'things.code' });
      await expect(collection.write(tenant, [{ put: thing('n', { code: 'c' }) }])).rejects.toThrow(Duplicate);
      await collection.write(tenant, [{ put: thing('a', { code: 'c', note: 'again' }) }]);
      await collection.write(tenant, [{ put: thing('a', { code: 'd' }) }, { put: thing('b', { code: 'c' }) }]);
      expect(await collection.count(tenant)).toBe(4);
    });

    test('of racing creators one wins, and of racing writers at one revision too', async () => {
      const { tenant, store } = fixture;
      const both = [store.engine, await store.openAnother()].map((engine) => engine.collection(things));
      const create = await Promise.allSettled(
        Array.from({ length: 10 }, (_, turn) =>
          both[turn % 2]!.write(tenant, [{ put: thing('a', { note: String(turn) }), ifRevision: 0 }]),
        ),
      );
      expect(create.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      const update = await Promise.allSettled(
        Array.from({ length: 10 }, (_, turn) =>
          both[turn % 2]!.write(tenant, [{ put: thing('a', { note: `again ${turn}` }), ifRevision: 1 }]),
        ),
      );
      expect(update.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      const lost = [...create, ...update].filter((result) => result.status === 'rejected');
      expect(lost.every((result) => result.reason instanceof StaleRevision)).toBe(true);
      const codes = await Promise.allSettled(
        ['x', 'y', 'z'].map((id, turn) => both[turn % 2]!.write(tenant, [{ put: thing(id, { code: 'only' }) }])),
      );
      expect(codes.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    });

    test('when an operation of a batch fails, none after it is applied and each before it wholly or not at all', async () => {
      const { collection, tenant } = fixture;
      await collection.write(tenant, [{ put: thing('taken', { code: 'c' }) }]);
      const batch = [
        { put: thing('before', { name: 'b', tags: ['t'] }) },
        { put: thing('clash', { code: 'c', tags: ['t'] }) },
        { put: thing('after', { tags: ['t'] }) },
      ];
      await expect(collection.write(tenant, batch)).rejects.toThrow(Duplicate);
      const ids = idsOf((await readScan(collection, tenant)).map((item) => item.document));
      expect(ids).not.toContain('after');
      expect(ids).not.toContain('clash');
      expect(await collection.count(tenant, [{ key: 'tags', has: 't' }])).toBe(ids.includes('before') ? 1 : 0);
      await collection.write(tenant, [{ put: thing('next') }]);
      expect(await collection.get(tenant, 'next')).not.toBeNull();
    });

    test('documents are copies: changing what was put or read changes nothing kept', async () => {
      const { collection, tenant } = fixture;
      const tags = ['kept'];
      await collection.write(tenant, [{ put: thing('a', { tags }) }]);
      tags.push('sneaked in');
      const read = await collection.get(tenant, 'a');
      (read!.document.tags as string[]).push('sneaked in');
      expect((await collection.get(tenant, 'a'))!.document.tags).toEqual(['kept']);
    });

    test('no operations, a big document and thousands of operations are all fine', async () => {
      const { collection, tenant } = fixture;
      expect(await collection.write(tenant, [])).toEqual([]);
      const note = 'ü'.repeat(2_000_000);
      await collection.write(tenant, [{ put: thing('big', { note }) }]);
      expect((await collection.get(tenant, 'big'))?.document.note).toBe(note);
      // Or whoever looks at every document for each looks at this one a thousand times.
      await collection.write(tenant, [{ delete: 'big' }]);
      const count = manyOn(target, 5000);
      const many = Array.from({ length: count }, (_, index) => ({ put: thing(`many-${index}`, { size: index }) }));
      expect(await collection.write(tenant, many)).toEqual(many.map(() => 1));
      expect(await collection.count(tenant)).toBe(count);
    });

    test('a key that cannot be ordered is refused as the bug it is, and nothing is kept', async () => {
      const { collection, tenant } = fixture;
      for (const size of [Number.NaN, Infinity, undefined as unknown as number, true as unknown as number]) {
        await expect(collection.write(tenant, [{ put: thing('a', { size }) }])).rejects.toThrow(/things\.size/);
      }
      expect(await collection.get(tenant, 'a')).toBeNull();
    });
  });
};
