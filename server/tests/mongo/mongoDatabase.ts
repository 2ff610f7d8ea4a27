import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { MongoServer } from './mongoServer.ts';
import { withDatabase } from './mongoUrl.ts';

/** One database of the server all tests of a run share. */
export interface MongoDatabase {
  readonly name: string;
  /** The address with the name in it: what an operator writes into DATABASE_URL. */
  readonly url: string;
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
    remove: async () => {
      if (removed) return;
      removed = true;
      const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 5_000 });
      try {
        await client.db(name).dropDatabase();
      } finally {
        await client.close();
      }
    },
  };
};
