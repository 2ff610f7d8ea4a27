import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { describeMongo } from './mongoTarget.ts';

interface Thing {
  readonly _id: string;
  readonly rev: number;
}

/** What every server under test must keep for the contract suite to mean anything; FerretDB keeps it only behind its front. */
describeMongo('the MongoDB the tests run on', (mongo) => {
  const withThings = async (work: (things: mongoose.mongo.Collection<Thing>) => Promise<void>): Promise<void> => {
    const { url, name } = mongo.openDatabase();
    const client = new mongoose.mongo.MongoClient(url);
    try {
      await work(client.db(name).collection<Thing>('things'));
    } finally {
      await client.close();
    }
  };

  test('of racing updates by revision one wins', () =>
    withThings(async (things) => {
      for (let round = 0; round < 20; round += 1) {
        const _id = `thing ${round}`;
        await things.insertOne({ _id, rev: 1 });
        const race = Array.from({ length: 5 }, () => things.replaceOne({ _id, rev: 1 }, { rev: 2 }));
        const winners = (await Promise.all(race)).filter(({ matchedCount }) => matchedCount === 1);
        expect(winners).toHaveLength(1);
      }
    }));

  test('increments at the same time all count', () =>
    withThings(async (things) => {
      await things.insertOne({ _id: 'counter', rev: 0 });
      await Promise.all(Array.from({ length: 30 }, () => things.updateOne({ _id: 'counter' }, { $inc: { rev: 1 } })));
      expect(await things.findOne({ _id: 'counter' })).toEqual({ _id: 'counter', rev: 30 });
    }));

  test('hundreds of updates fit in one command', () =>
    withThings(async (things) => {
      const ids = Array.from({ length: 300 }, (_, index) => `thing ${index}`);
      await things.insertMany(ids.map((_id) => ({ _id, rev: 1 })));
      const replaced = await things.bulkWrite(
        ids.map((_id) => ({ replaceOne: { filter: { _id }, replacement: { rev: 2 } } })),
      );
      expect(replaced.matchedCount).toBe(300);
    }));

  test('an update that breaks a unique key names its statement, and an ordered batch stops there', () =>
    withThings(async (things) => {
      await things.createIndex({ rev: 1 }, { unique: true });
      await things.insertMany([
        { _id: 'a', rev: 1 },
        { _id: 'b', rev: 2 },
        { _id: 'c', rev: 3 },
      ]);
      const replace = (_id: string, rev: number) => ({ replaceOne: { filter: { _id }, replacement: { rev } } });
      const batch = things.bulkWrite([replace('a', 10), replace('b', 3), replace('c', 30)]);
      await expect(batch).rejects.toMatchObject({
        code: 11000,
        writeErrors: [{ index: 1, code: 11000 }],
        matchedCount: 1,
      });
      expect(await things.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 'a', rev: 10 },
        { _id: 'b', rev: 2 },
        { _id: 'c', rev: 3 },
      ]);
    }));

  test('an upsert says which statement it was', () =>
    withThings(async (things) => {
      await things.insertOne({ _id: 'a', rev: 1 });
      const upsert = (_id: string) => ({ replaceOne: { filter: { _id }, replacement: { rev: 2 }, upsert: true } });
      const { upsertedIds, matchedCount } = await things.bulkWrite([
        upsert('a'),
        upsert('b'),
        upsert('a'),
        upsert('c'),
      ]);
      expect({ upsertedIds, matchedCount }).toEqual({ upsertedIds: { 1: 'b', 3: 'c' }, matchedCount: 2 });
    }));

  test('every test has a database of its own', () => {
    expect(mongo.openDatabase().name).not.toBe(mongo.openDatabase().name);
  });

  test('a removed database is gone', () =>
    withThings(async () => {
      const database = mongo.openDatabase();
      const client = new mongoose.mongo.MongoClient(database.url);
      const names = async () => (await client.db().admin().listDatabases()).databases.map(({ name }) => name);
      await client.db(database.name).collection('things').insertOne({ here: true });
      expect(await names()).toContain(database.name);
      await database.remove();
      expect(await names()).not.toContain(database.name);
      await client.close();
    }));
});

describeMongo(
  'a transaction',
  (mongo) => {
    test('is all or nothing', async () => {
      const { url, name } = mongo.openDatabase();
      const client = new mongoose.mongo.MongoClient(url);
      const things = client.db(name).collection('things');
      const failing = client.withSession((session) =>
        session.withTransaction(async () => {
          await things.insertOne({ here: true }, { session });
          throw new Error('no');
        }),
      );
      await expect(failing).rejects.toThrow('no');
      expect(await things.countDocuments()).toBe(0);
      await client.close();
    });
  },
  ['transactions'],
);
