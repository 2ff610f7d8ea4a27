import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';
import type { StartedMongo } from './mongoServer.ts';
import { startMongod } from './startMongod.ts';

const host = 'https://fastdl.mongodb.org/';
const patience = 3_000;

/** A mongod fetched once for all runs. Gives up within seconds where the network does not lead there. */
export const startDownloaded = async (say: (line: string) => void): Promise<StartedMongo | string> => {
  const kept = await DryMongoBinary.locateBinary(await DryMongoBinary.generateOptions());
  if (kept !== undefined) return startMongod(kept);
  const unreachable = await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(patience) }).then(
    () => undefined,
    () => `No mongod can be downloaded: ${host} does not answer.`,
  );
  if (unreachable !== undefined) return unreachable;
  say('Downloading a mongod for the tests; this happens once.');
  return startMongod(await MongoBinary.getPath());
};
