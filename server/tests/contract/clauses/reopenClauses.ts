import { afterEach, describe, expect, test } from '@jest/globals';
import type { CollectionDeclaration } from '../../../src/storage/collection.ts';
import type { ContractTarget, OpenedStore } from '../support/contractTarget.ts';
import { idsOf, readPages } from '../support/readAll.ts';
import { thing, things, type Thing } from '../support/things.ts';

export const reopenClauses = (target: ContractTarget): void => {
  describe('closing and opening again', () => {
    const opened: OpenedStore[] = [];
    const open = async (declaration: CollectionDeclaration<Thing> = things): Promise<OpenedStore> => {
      const store = await target.open([declaration]);
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.remove()));
    });

    test('keeps documents, revisions and keys', async () => {
      const store = await open();
      await store.engine
        .collection(things)
        .write('t', [{ put: thing('a', { tags: ['x'] }) }, { put: thing('a', { tags: ['y'], code: 'c' }) }]);
      const again = (await store.reopen([things])).collection(things);
      expect(await again.get('t', 'a')).toEqual({ document: thing('a', { tags: ['y'], code: 'c' }), revision: 2 });
      expect(await again.count('t', [{ key: 'tags', has: 'y' }])).toBe(1);
      expect(await again.count('t', [{ key: 'tags', has: 'x' }])).toBe(0);
    });

    test('derives keys, indexes and unique keys that were declared later from the documents that are there', async () => {
      const bare: CollectionDeclaration<Thing> = { name: 'things', id: (document) => document.id, keys: {} };
      const store = await open(bare);
      await store.engine
        .collection(bare)
        .write('t', [
          { put: thing('a', { name: 'zed', tags: ['x'], code: 'c' }) },
          { put: thing('b', { name: 'abe', tags: ['x', 'y'] }) },
          { put: thing('b', { name: 'abe', tags: ['y'] }) },
        ]);
      const again = (await store.reopen([things])).collection(things);
      expect(idsOf(await readPages(again, 't', { sort: 'name', limit: 1 }))).toEqual(['b', 'a']);
      expect(await again.count('t', [{ key: 'tags', has: 'x' }])).toBe(1);
      expect((await again.get('t', 'b'))?.revision).toBe(2);
      await expect(again.write('t', [{ put: thing('z', { code: 'c' }) }])).rejects.toMatchObject({ code: 'duplicate' });
      const bareAgain = (await store.reopen([bare])).collection(bare);
      await bareAgain.write('t', [{ put: thing('z', { code: 'c' }) }]);
      expect(await bareAgain.count('t')).toBe(3);
    });

    test('derives keys anew when their version is raised, and only indexes when only those changed', async () => {
      const store = await open();
      await store.engine.collection(things).write('t', [{ put: thing('a', { name: 'ada', size: 3 }) }]);
      const shouting = {
        ...things,
        keysVersion: 2,
        keys: { ...things.keys, name: (document: Thing) => document.name?.toUpperCase() ?? null },
      };
      const again = (await store.reopen([shouting])).collection(shouting);
      expect(await again.count('t', [{ key: 'name', eq: 'ADA' }])).toBe(1);
      const reindexed = { ...shouting, indexes: [['size', 'name']] };
      const third = (await store.reopen([reindexed])).collection(reindexed);
      expect(idsOf(await readPages(third, 't', { where: [{ key: 'size', eq: 3 }], sort: 'name', limit: 1 }))).toEqual([
        'a',
      ]);
      await expect(third.page('t', { sort: 'name', limit: 1 })).rejects.toThrow(/index/);
    });

    test('check passes, close may be called twice and ends everything', async () => {
      const store = await open();
      await store.engine.check();
      await store.engine.close();
      await store.engine.close();
      await expect(store.engine.check()).rejects.toMatchObject({ code: 'storage-closed' });
      await expect(store.engine.collection(things).get('t', 'a')).rejects.toMatchObject({ code: 'storage-closed' });
    });

    test('a declaration that no engine could keep is refused at once', async () => {
      const wrong: readonly CollectionDeclaration<Thing>[] = [
        { ...things, name: 'no spaces' },
        { ...things, keys: { id: (document) => document.id } },
        { ...things, indexes: [['nothing']] },
        { ...things, unique: ['tags'] },
      ];
      for (const declaration of wrong) await expect(open(declaration)).rejects.toThrow();
      const store = await open();
      expect(() => store.engine.collection({ ...things })).toThrow(/not declared/);
    });
  });
};
