import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { MongoServer } from './servers/mongoServer.ts';
import { withDatabase } from './mongoUrl.ts';

/** One database of the server all tests of a run share. */
export interface MongoDatabase {
  readonly name: string;
  /** The address with the name in it: what an operator writes into DATABASE_URL. */
  readonly url: string;
  /** Every document, as JSON. */
  bytes(): Promise<Buffer>;
  /** Deletes every document but what says whose database it is; collections and indexes stay. */
  clear(): Promise<void>;
  /** Makes the primary of its replica set give up for some seconds, so that there is an election. */
  stepDown(): Promise<void>;
  /** Drops it; a second call does nothing. */
  remove(): Promise<void>;
}

/** A new database for whoever removes it. Nothing is created before the first write. */
export const openMongoDatabase = (server: MongoServer): MongoDatabase => {
  const name = `undersign-${randomUUID()}`;
  const url = withDatabase(server.url, name);
  let removed = false;
  return {
    name,
    url,
    bytes: () =>
      withClient(url, async (client) => {
        const collections = await client.db().collections();
        const documents = await Promise.all(collections.map((collection) => collection.find().toArray()));
        return Buffer.from(JSON.stringify(documents));
      }),
    clear: () =>
      withClient(url, async (client) => {
        const { metaCollection } = await import('../../src/storage/mongo/schemas/metaSchema.ts');
        const names = (await client.db().listCollections().toArray()).map((one) => one.name);
        const kept = names.filter((one) => one !== metaCollection);
        await Promise.all(kept.map((one) => client.db().collection(one).deleteMany({})));
      }),
    stepDown: () =>
      withClient(url, async (client) => {
        await client.db('admin').command({ replSetStepDown: 5, secondaryCatchUpPeriodSecs: 1, force: true });
      }),
    remove: async () => {
      if (removed) return;
      removed = true;
      await withClient(url, (client) => client.db().dropDatabase());
    },
  };
};

const withClient = async <T>(url: string, work: (client: mongo.MongoClient) => Promise<T>): Promise<T> => {
  // Most tests that could have a database have none, and need not load this.
  const { default: mongoose } = await import('mongoose');
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 30_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
};
