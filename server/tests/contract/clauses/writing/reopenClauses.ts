import { afterEach, describe, expect, test } from '@jest/globals';
import type { CollectionDeclaration } from '../../../../src/storage/collection.ts';
import { schemaStates, systemTenant } from '../../../../src/storage/declare/systemCollections.ts';
import { refuseNewerStore } from '../../../../src/storage/migrate/schemaState.ts';
import { manyOn, type ContractTarget, type OpenedStore } from '../../support/targets/contractTarget.ts';
import { idsOf, readPages } from '../../support/readAll.ts';
import { shoutedThings, thing, things, type Thing } from '../../support/things.ts';

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

    test('the mark of a tenant is another one after whatever of theirs is written, here or by another process, or there is none at all', async () => {
      const { engine, openAnother } = await open();
      const another = await openAnother();
      const mark = async (): Promise<string | null> => engine.changeMark('t');
      const isNews = async (before: string | null): Promise<boolean> => before === null || (await mark()) !== before;
      for (const writer of [engine, another, engine, another]) {
        const before = await mark();
        await writer.collection(things).write('t', [{ put: thing('a') }]);
        expect(await isNews(before)).toBe(true);
      }
      const quiet = await mark();
      await engine.collection(things).get('t', 'a');
      await another.collection(things).page('t', { limit: 1 });
      await another.collection(things).write('other', [{ put: thing('a') }]);
      await engine.collection(things).write('other', [{ delete: 'a' }]);
      expect(await mark()).toBe(quiet);
      await expect(another.collection(things).write('t', [{ put: thing('a'), ifRevision: 77 }])).rejects.toThrow();
      expect(await mark()).toBe(quiet);
      await another.deriveKeys(things);
      expect(await isNews(quiet)).toBe(true);
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
      const again = (await store.reopen([shoutedThings])).collection(shoutedThings);
      expect(await again.count('t', [{ key: 'name', eq: 'ADA' }])).toBe(1);
      const reindexed = { ...shoutedThings, indexes: [['size', 'name']] };
      const third = (await store.reopen([reindexed])).collection(reindexed);
      expect(idsOf(await readPages(third, 't', { where: [{ key: 'size', eq: 3 }], sort: 'name', limit: 1 }))).toEqual([
        'a',
      ]);
      await expect(third.page('t', { sort: 'name', limit: 1 })).rejects.toThrow(/index/);
    });

    const withoutCode: CollectionDeclaration<Thing> = { ...things, unique: [] };

    test('a release that gives a unique key up starts beside one that goes on with it, and no value is taken any more', async () => {
      const store = await open();
      const older = store.engine.collection(things);
      await older.write('t', [{ put: thing('a') }, { put: thing('b') }, { put: thing('c', { code: 'c' }) }]);
      const engine = await store.openAnother({ declarations: [withoutCode] });
      const newer = engine.collection(withoutCode);
      await newer.write('t', [{ put: thing('d', { code: 'c' }) }, { put: thing('a', { note: 'n' }) }]);
      await older.write('t', [{ put: thing('e') }, { put: thing('f', { code: 'f' }) }, { put: thing('b') }]);
      await engine.deriveKeys(withoutCode);
      expect(await newer.count('t')).toBe(6);
    });

    test('one that adds a unique key does not disturb an older one beside it, and keeps its values apart', async () => {
      const store = await open(withoutCode);
      const older = store.engine.collection(withoutCode);
      await older.write('t', [{ put: thing('a') }, { put: thing('b') }, { put: thing('c', { code: 'c' }) }]);
      const engine = await store.openAnother({ declarations: [things] });
      const newer = engine.collection(things);
      await older.write('t', [{ put: thing('d') }, { put: thing('e') }, { put: thing('f', { code: 'f' }) }]);
      await older.write('t', [{ put: thing('c', { code: 'c', note: 'again' }) }, { put: thing('a') }]);
      await engine.deriveKeys(things);
      for (const code of ['c', 'f'])
        await expect(newer.write('t', [{ put: thing('z', { code }) }])).rejects.toMatchObject({ code: 'duplicate' });
      expect((await newer.page('t', { where: [{ key: 'code', eq: 'f' }], limit: 1 })).items).toHaveLength(1);
      expect(await newer.count('t')).toBe(6);
    });

    test('what a process with other keys writes after the newer one opened is found once keys are derived anew', async () => {
      const bobs = manyOn(target, 600);
      const store = await open();
      const old = store.engine.collection(things);
      await old.write('t', [{ put: thing('a', { name: 'ada' }) }]);
      const extra = { ...shoutedThings, multiKeys: { ...things.multiKeys, notes: ({ note }: Thing) => [note] } };
      const engine = await store.openAnother({ declarations: [extra] });
      const fresh = engine.collection(extra);
      await old.write('t', [
        { put: thing('a', { name: 'ada', tags: ['x'], note: 'n', code: 'c' }) },
        ...Array.from({ length: bobs }, (_, index) => ({ put: thing(`b${index}`, { name: 'bob', note: 'n' }) })),
      ]);
      const counts = (): Promise<readonly number[]> =>
        Promise.all([
          fresh.count('t', [{ key: 'name', eq: 'ADA' }]),
          fresh.count('t', [{ key: 'name', eq: 'BOB' }]),
          fresh.count('t', [{ key: 'notes', has: 'n' }]),
          fresh.count('t', [{ key: 'tags', has: 'x' }]),
        ]);
      expect((await counts()).slice(0, 3)).toEqual([0, 0, 0]);
      // Beside a writer, and twice.
      const meanwhile = fresh.write('t', [{ put: thing('b7', { name: 'bob', note: 'n' }) }]);
      await engine.deriveKeys(extra);
      await meanwhile;
      await engine.deriveKeys(extra);
      expect(await counts()).toEqual([1, bobs, bobs + 1, 1]);
      expect(await fresh.get('t', 'a')).toMatchObject({ revision: 2, document: { note: 'n' } });
      expect((await fresh.get('t', 'b7'))?.revision).toBe(2);
    });

    test('a version that is refused has changed neither keys nor indexes', async () => {
      const reindexed = { ...shoutedThings, indexes: [['size', 'name']] };
      const store = await target.open([schemaStates, reindexed]);
      opened.push(store);
      const state = { version: 5, target: 5, product: '2.0.0', importing: null };
      await store.engine.collection(schemaStates).write(systemTenant, [{ put: state }]);
      const collection = store.engine.collection(reindexed);
      await collection.write('t', [{ put: thing('a', { name: 'ada', size: 3 }) }]);
      const beforePrepare = refuseNewerStore({ product: '1.0.0', migrations: [] });
      const older = store.openAnother({ declarations: [schemaStates, things], beforePrepare });
      await expect(older).rejects.toMatchObject({ code: 'storage-newer', values: { found: 5, known: 0 } });
      const where = [{ key: 'size', eq: 3 }];
      expect(idsOf(await readPages(collection, 't', { where, sort: 'name', limit: 1 }))).toEqual(['a']);
      expect(
        await collection.count('t', [
          { key: 'size', eq: 3 },
          { key: 'name', eq: 'ADA' },
        ]),
      ).toBe(1);
      const known = Array.from({ length: 5 }, (_, index) => ({
        version: index + 1,
        name: 'n',
        run: async () => undefined,
      }));
      const same = {
        declarations: [schemaStates, reindexed],
        beforePrepare: refuseNewerStore({ product: '2.0.0', migrations: known }),
      };
      await (await store.openAnother(same)).check();
    });

    test('a document whose keys cannot be derived is told, keeps its place and keeps nobody else out', async () => {
      const store = await open();
      const puts = ['a', 'b', 'c'].map((id) => ({ put: thing(id, { name: id, tags: ['x'] }) }));
      await store.engine.collection(things).write('t', puts);
      const tags = ({ id, tags: all }: Thing): readonly string[] => {
        if (id === 'b') throw new TypeError('no tags');
        return all;
      };
      const changed = { ...shoutedThings, multiKeys: { ...things.multiKeys, tags } };
      const told: unknown[] = [];
      const opening = { declarations: [changed], onUnreadable: (error: unknown) => void told.push(error) };
      const engine = await store.openAnother(opening);
      const unreadable = { code: 'document-unreadable', values: { collection: 'things', id: 'b' } };
      expect(told).toMatchObject([unreadable]);
      const fresh = engine.collection(changed);
      for (const name of ['A', 'C']) expect(await fresh.count('t', [{ key: 'name', eq: name }])).toBe(1);
      await engine.deriveKeys(changed);
      expect(told).toMatchObject([unreadable, unreadable]);
      // Repaired, which nobody tells us: the next start finds out.
      const repaired = await store.openAnother({ declarations: [shoutedThings] });
      expect(await repaired.collection(shoutedThings).count('t', [{ key: 'name', eq: 'B' }])).toBe(1);
      expect((await repaired.collection(shoutedThings).get('t', 'b'))?.revision).toBe(1);
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
