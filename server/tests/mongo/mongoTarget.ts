import { afterEach, describe, test } from '@jest/globals';
import type { MongoCapabilities, MongoServer, NoMongoServer } from './servers/mongoServer.ts';
import { openMongoDatabase, type MongoDatabase } from './mongoDatabase.ts';
import { readFoundMongo } from './servers/foundMongo.ts';

export interface MongoFixture {
  readonly server: MongoServer;
  /** A new name that nobody used; dropped after the test that asked for it. */
  openDatabase(): MongoDatabase;
}

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
