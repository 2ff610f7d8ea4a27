import { findMongoServer } from './servers/findMongoServer.ts';
import { publishFoundMongo } from './servers/foundMongo.ts';
import { announceMongo } from './servers/mongoServer.ts';
import { keepForTearDown } from './tearDownMongo.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Jest calls this once per run, in its own process, before the first test of a project that names it. */
const setUpMongo = async (): Promise<void> => {
  const search = await findMongoServer({ env: process.env, say });
  const found = 'found' in search ? search.found : search;
  if ('found' in search) keepForTearDown(search.stop);
  say(announceMongo(found));
  publishFoundMongo(found);
};

export default setUpMongo;
