import type { MongoServer, NoMongoServer } from './mongoServer.ts';

/** The environment is what jest hands from its set-up to every worker. */
const variable = 'UNDERSIGN_TEST_MONGO';

/** For the set-up of a run: what the search found. */
export const publishFoundMongo = (found: MongoServer | NoMongoServer): void => {
  process.env[variable] = JSON.stringify(found);
};

/** For tests: what the set-up of this run found. */
export const readFoundMongo = (): MongoServer | NoMongoServer => {
  const published = process.env[variable];
  if (published === undefined)
    return { notRun: 'The jest project of this test has no globalSetup that looks for one.' };
  return JSON.parse(published) as MongoServer | NoMongoServer;
};
