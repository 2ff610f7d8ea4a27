import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { StorageError } from '../../../src/domain/errors.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { connect } from '../../../src/storage/mongo/connection/connect.ts';
import { newStamp } from '../../../src/storage/mongo/layout.ts';
import { openMeta } from '../../../src/storage/mongo/connection/meta.ts';
import { openMongoEngine } from '../../../src/storage/mongo/openMongoEngine.ts';
import { freePort } from '../../support/processes/freePort.ts';
import { openCuttingProxy } from '../../mongo/proxies/cuttingProxy.ts';
import { describeMongo } from '../../mongo/mongoTarget.ts';
import { isThorough } from '../../support/isThorough.ts';
import { contractSchemas } from '../support/targets/mongoTarget.ts';
import { onceBack } from '../support/onceBack.ts';
import { readPages, readScan } from '../support/readAll.ts';
import { fencedThings, registers, thing, things } from '../support/things.ts';

const declarations = [things, fencedThings, registers];

/** Opens, works and closes, whatever happens. */
const withEngine = async <R>(url: string, work: (engine: StorageEngine) => Promise<R>): Promise<R> => {
  const engine = await openMongoEngine({ url, declarations, schemas: contractSchemas });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
};

/** As an administrator has it, with a shell. */
const withShell = async <R>(url: string, work: (database: mongoose.mongo.Db) => Promise<R>): Promise<R> => {
  const client = new mongoose.mongo.MongoClient(url);
  try {
    return await work(client.db());
  } finally {
    await client.close();
  }
};

const edit = (url: string, id: string, change: object): Promise<unknown> =>
  withShell(url, (database) => database.collection('things').updateOne({ _id: id as never }, change));

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('a server that is away is told in the time the address gives, by what to do and never with the password', async () => {
  const login = `admin:s%40cret-word@127.0.0.1:${String(await freePort())}`;
  const url = `mongodb://${login}/undersign?authSource=admin&serverSelectionTimeoutMS=500`;
  const told = new AbortController();
  const usually = setTimeout(15_000, 'as long as usual', { signal: told.signal }).catch(() => undefined);
  const opening = thrownBy(openMongoEngine({ url, declarations, schemas: contractSchemas }));
  const error = await Promise.race([opening, usually]);
  told.abort();
  expect(error).toBeInstanceOf(StorageError);
  expect(error).toMatchObject({ code: 'storage-away', cause: expect.anything() });
  const { message, detail, cause } = error as StorageError;
  expect(`${message} ${detail} ${JSON.stringify(cause)} ${String(cause)}`).not.toMatch(/s%40cret-word|s@cret-word/);
});

test.each(['mongodb://', 'mongodb://user:pass word@', 'http://localhost', 'mongodb://a:b:c:s3cret@h/x?w=maybe&w=2'])(
  'an address that is none is told as one: %s',
  async (url) => {
    const error = await thrownBy(openMongoEngine({ url, declarations, schemas: contractSchemas }));
    expect(error).toMatchObject({ code: 'storage-url' });
    expect(`${String((error as StorageError).cause)} ${(error as StorageError).detail}`).not.toMatch(
      /s3cret|pass word/,
    );
  },
);

describeMongo('when MongoDB or somebody at its shell does something else', (mongo) => {
  test('a database that belongs to something else is refused, and nothing is written into it', async () => {
    const { url, name } = mongo.openDatabase();
    await withShell(url, (database) => database.collection('orders').insertOne({ total: 7 }));
    await expect(withEngine(url, async () => undefined)).rejects.toMatchObject({
      code: 'storage-foreign',
      values: { database: name },
    });
    const names = await withShell(url, (database) => database.listCollections().toArray());
    expect(names.map((one) => one.name)).toEqual(['orders']);
  });

  test('a first start that finds the collections of another first start does not take them for somebody else’s', async () => {
    const { url } = mongo.openDatabase();
    const connection = await connect(url);
    // The other starts, wholly, between the two questions of this one.
    const late = new Proxy(connection, {
      get: (target, name) => {
        if (name !== 'listCollections') return Reflect.get(target, name, target) as unknown;
        return async () => {
          await withEngine(url, (engine) => engine.check());
          return target.listCollections();
        };
      },
    });
    try {
      await openMeta(late).claim();
    } finally {
      await connection.close();
    }
  });

  test('an index that an administrator made under another name is told, and does not keep anybody out', async () => {
    const { url } = mongo.openDatabase();
    const key = { _tenant: 1, '_keys.name': 1, _id: 1 } as const;
    const told: unknown[] = [];
    const onIndexRefused = (index: { readonly name: string }): void => void told.push(index.name);
    const open = () => openMongoEngine({ url, declarations, schemas: contractSchemas, onIndexRefused });
    await withEngine(url, (engine) => engine.check());
    await withShell(url, async (database) => {
      await database.collection('things').dropIndex('order_name');
      await database.collection('things').createIndex(key, { name: 'mine' });
    });
    for (let start = 1; start <= 2; start += 1) {
      const engine = await open();
      try {
        await engine.collection(things).write('t', [{ put: thing('a', { name: 'ada' }) }]);
        expect(await readPages(engine.collection(things), 't', { sort: 'name', limit: 5 })).toHaveLength(1);
      } finally {
        await engine.close();
      }
      expect(told).toEqual(Array.from({ length: start }, () => 'order_name'));
    }
    const names = await withShell(url, (database) => database.collection('things').indexes());
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['mine', 'unique_code_present']));
  });

  test('an index for which a unique key was a value even where it is absent goes before keys are derived anew', async () => {
    const { url } = mongo.openDatabase();
    await withEngine(url, (engine) => engine.collection(things).write('t', [{ put: thing('a') }, { put: thing('b') }]));
    // As the version before left it.
    await withShell(url, async (database) => {
      const kept = database.collection('things');
      await kept.dropIndex('unique_code_present');
      for (const id of ['t/a', 't/b'])
        await kept.updateOne({ _id: id as never }, { $set: { '_unique.code': { absent: id }, _derived: 'old' } });
      await kept.createIndex({ _tenant: 1, '_unique.code': 1 }, { name: 'unique_code', unique: true });
      await database.collection('undersign').updateOne({ _id: 'keys things' as never }, { $set: { value: 'old' } });
    });
    await withEngine(url, async (engine) => {
      await engine.collection(things).write('t', [{ put: thing('c', { code: 'c' }) }]);
      const again = engine.collection(things).write('t', [{ put: thing('d', { code: 'c' }) }]);
      await expect(again).rejects.toMatchObject({ code: 'duplicate' });
    });
    const kept = await withShell(url, (database) => database.collection('things').find().sort({ _id: 1 }).toArray());
    expect(kept.map((document) => document['_unique'] as unknown)).toEqual([{}, {}, { code: 'c' }]);
  });

  test('replicas that start at the same moment on an empty database all come up', async () => {
    const { url } = mongo.openDatabase();
    await Promise.all([1, 2, 3].map(() => withEngine(url, (engine) => engine.check())));
  });

  test('a document that was edited into something else is named with its field, and putting it again heals it', async () => {
    const { url } = mongo.openDatabase();
    await withEngine(url, async (engine) => {
      const collection = engine.collection(things);
      await collection.write('t', [{ put: thing('good') }, { put: thing('bad', { name: 'b', tags: ['x'] }) }]);
      const edits: readonly (readonly [change: object, field: string])[] = [
        [{ $set: { note: 7 } }, 'note'],
        [{ $set: { size: 'big' } }, 'size'],
        [{ $set: { tags: ['x', 1] } }, 'tags.1'],
        [{ $set: { tags: 'x' } }, 'tags'],
        [{ $unset: { status: 1 } }, 'status'],
        [{ $set: { status: null } }, 'status'],
        [{ $set: { note: new Date() } }, 'note'],
        [{ $set: { id: 'other' } }, '_id'],
      ];
      for (const [change, field] of edits) {
        await edit(url, 't/bad', change);
        const unreadable = { code: 'document-unreadable', values: { collection: 'things', id: 'bad', field } };
        await expect(collection.get('t', 'bad')).rejects.toMatchObject(unreadable);
        await expect(collection.getMany('t', ['good', 'bad'])).rejects.toMatchObject(unreadable);
        await expect(readScan(collection, 't')).rejects.toMatchObject(unreadable);
        await collection.write('t', [{ put: thing('bad') }]);
        expect(await readScan(collection, 't')).toHaveLength(2);
      }
      await edit(url, 't/bad', { $set: { _revision: 'seven' } });
      expect(await collection.write('t', [{ put: thing('bad') }])).toEqual([1]);
    });
  });

  test('a document moved to another tenant by hand is refused there, and a field nobody knows is left out', async () => {
    const { url } = mongo.openDatabase();
    await withEngine(url, async (engine) => {
      const collection = engine.collection(things);
      await collection.write('t', [{ put: thing('a') }, { put: thing('b', { name: 'b' }) }]);
      await edit(url, 't/b', { $set: { _tenant: 'u', later: 'from a newer version' } });
      await expect(readPages(collection, 'u', { sort: 'name', limit: 5 })).rejects.toMatchObject({
        code: 'document-unreadable',
      });
      await edit(url, 't/b', { $set: { _tenant: 't' } });
      expect((await collection.get('t', 'b'))?.document).toEqual(thing('b', { name: 'b' }));
    });
  });

  test('a document that is too large, and what the schema does not know, are refused and change nothing', async () => {
    const { url } = mongo.openDatabase();
    await withEngine(url, async (engine) => {
      const collection = engine.collection(things);
      const tooBig = collection.write('t', [
        { put: thing('a') },
        { put: thing('big', { note: 'x'.repeat(17_000_000) }) },
      ]);
      await expect(tooBig).rejects.toMatchObject({ code: 'storage-too-big' });
      const unknown = { ...thing('b'), surprise: 1 };
      await expect(collection.write('t', [{ put: unknown }])).rejects.toThrow(/no field surprise/);
      expect(await collection.get('t', 'b')).toBeNull();
      await collection.write('t', [{ put: thing('a') }]);
    });
  });

  test('a reservation that a dead process left is no document to anybody, and the next put takes it', async () => {
    const { url } = mongo.openDatabase();
    await withEngine(url, async (engine) => {
      const collection = engine.collection(fencedThings);
      const left = (id: string): object => ({
        _id: `t/${id}`,
        _tenant: 't',
        _revision: 0,
        _stamp: newStamp(),
      });
      await withShell(url, (database) =>
        database.collection('fencedThings').insertMany([left('a'), left('b'), left('c')]),
      );
      expect(await collection.get('t', 'a')).toBeNull();
      expect(await collection.getMany('t', ['a', 'b'])).toEqual([]);
      expect(await collection.count('t')).toBe(0);
      expect(await collection.count('t', [{ key: 'status', eq: 'new' }])).toBe(0);
      for (const sort of ['name', 'size', 'mixed'])
        expect(await readPages(collection, 't', { sort, limit: 2 })).toEqual([]);
      expect(await readScan(collection, 't')).toEqual([]);
      expect(await engine.tenants(fencedThings)).toEqual([]);
      expect(
        await collection.write('t', [{ delete: 'a' }, { put: thing('a'), ifRevision: 0 }, { put: thing('b') }]),
      ).toEqual([0, 1, 1]);
      await engine.seal('t');
      const ids = await withShell(url, (database) => database.collection('fencedThings').distinct('_id'));
      expect([...ids].sort()).toEqual(['t/a', 't/b']);
    });
  });

  test('a wire that breaks in the middle of a batch is told, and mended, work goes on', async () => {
    const { url } = mongo.openDatabase();
    const proxy = await openCuttingProxy(new URL(url));
    const through = new URL(url);
    through.host = `127.0.0.1:${String(proxy.port)}`;
    // Shorter than usual, so that the test is.
    through.search = 'serverSelectionTimeoutMS=500&connectTimeoutMS=500';
    try {
      const engine = await onceBack(() =>
        openMongoEngine({ url: through.href, declarations, schemas: contractSchemas }),
      );
      try {
        const collection = engine.collection(things);
        for (const delay of isThorough ? [0, 5, 20] : [5]) {
          const batch = Array.from({ length: 150 }, (_, index) => ({
            put: thing(`i${String(index)}`, { note: String(delay) }),
          }));
          const writing = thrownBy(collection.write('t', batch));
          await setTimeout(delay);
          proxy.cut();
          const error = await writing;
          if (error !== undefined) expect(error).toMatchObject({ code: 'storage-away' });
          await expect(engine.check()).rejects.toMatchObject({ code: 'storage-away' });
          proxy.mend();
          const kept = await onceBack(async () => {
            await collection.write('t', batch);
            return readScan(collection, 't');
          });
          expect(kept.map(({ document }) => document.note)).toEqual(batch.map(() => String(delay)));
        }
      } finally {
        await engine.close();
      }
    } finally {
      await proxy.close();
    }
  });

  test('keys are derived anew while an older replica goes on writing, and what it wrote last by the next start', async () => {
    const { url } = mongo.openDatabase();
    const shouting = {
      ...things,
      keysVersion: 2,
      keys: { ...things.keys, name: ({ name }: { readonly name: string | null }) => name?.toUpperCase() ?? null },
    };
    await withEngine(url, async (older) => {
      const collection = older.collection(things);
      // More than one batch of them, in the thorough run.
      const [many, some] = isThorough ? [520, 100] : [52, 10];
      const all = Array.from({ length: many }, (_, index) => thing(`d${String(index)}`, { name: `n${String(index)}` }));
      await collection.write(
        't',
        all.map((put) => ({ put })),
      );
      const open = () => openMongoEngine({ url, declarations: [shouting], schemas: contractSchemas });
      const [newer] = await Promise.all([
        open(),
        collection.write(
          't',
          all.slice(0, some).map((put) => ({ put })),
        ),
      ]);
      await newer.close();
      await withShell(url, (database) => database.collection('undersign').deleteOne({ _id: 'keys things' as never }));
      const last = await open();
      try {
        expect(await last.collection(shouting).count('t', [{ key: 'name', prefix: 'N' }])).toBe(many);
        const revisions = (await readScan(last.collection(shouting), 't')).map(({ revision }) => revision);
        expect(revisions.filter((revision) => revision === 2)).toHaveLength(some);
      } finally {
        await last.close();
      }
    });
  });
});
