import { randomUUID } from 'node:crypto';
import { afterEach, describe, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { MongoCapabilities, MongoServer, NoMongoServer } from './mongoServer.ts';
import { withDatabase } from './mongoUrl.ts';
import { readFoundMongo } from './foundMongo.ts';

/** One database of the server all tests of a run share. */
export interface MongoDatabase {
  readonly name: string;
  /** The address with the name in it: what an operator writes into DATABASE_URL. */
  readonly url: string;
  /** Drops it; a second call does nothing. */
  remove(): Promise<void>;
}

export interface MongoFixture {
  readonly server: MongoServer;
  /** A new name that nobody used; dropped after the test that asked for it. */
  openDatabase(): MongoDatabase;
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

const whyNot = (
  found: MongoServer | NoMongoServer,
  needs: readonly (keyof MongoCapabilities)[],
): string | undefined => {
  if ('notRun' in found) return found.notRun;
  const missing = needs.filter((what) => !found.capabilities[what]);
  if (missing.length === 0) return undefined;
  return `${found.name} ${found.version} has no ${missing.join(', no ')}`;
};

/** `describe` on a MongoDB. Where there is none, or it lacks what the tests need, one skipped test and one line say so. */
export const describeMongo = (
  name: string,
  body: (mongo: MongoFixture) => void,
  needs: readonly (keyof MongoCapabilities)[] = [],
): void => {
  const found = readFoundMongo();
  const reason = whyNot(found, needs);
  if ('notRun' in found || reason !== undefined) {
    process.stderr.write(`NOT RUN: ${name}: ${reason}\n`);
    describe(name, () => {
      test.skip(`NOT RUN: ${reason}`, () => undefined);
    });
    return;
  }
  describe(name, () => {
    const opened: MongoDatabase[] = [];
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((database) => database.remove()));
    });
    body({
      server: found,
      openDatabase: () => {
        const database = openMongoDatabase(found);
        opened.push(database);
        return database;
      },
    });
  });
};
