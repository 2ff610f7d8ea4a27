import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../src/config/loadConfig.ts';
import { migrations } from '../../../src/storage/migrations.ts';
import { openStorage } from '../../../src/assembly/openStorage.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { readFoundMongo } from '../../mongo/servers/foundMongo.ts';
import { openMongoDatabase, type MongoDatabase } from '../../mongo/mongoDatabase.ts';
import { openRecordingLogger } from './recordingLogger.ts';
import { makeScratchFolder } from '../processes/scratchFolder.ts';

/** A store of its own for one test, on the engine that the jest project is about. */
export interface TestStore {
  /** How an operator points a server to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Opens it once more, beside any server that has it open. */
  open(): Promise<StorageEngine>;
  /** Everything that is stored, for finding what must not be. */
  bytes(): Promise<Buffer>;
  remove(): Promise<void>;
}

/** Set by the jest project that repeats the integration tests on MongoDB. */
declare global {
  var testsRunOnMongo: boolean | undefined;
}

export const openTestStore = (): TestStore => {
  const folder = makeScratchFolder();
  const database = globalThis.testsRunOnMongo === true ? openDatabase() : null;
  const env: Record<string, string> =
    database === null
      ? { DATA_DIR: folder }
      : { DATA_DIR: folder, DATABASE_URL: database.url, ENCRYPTION_KEY: randomBytes(32).toString('base64') };
  return {
    env,
    open: () =>
      openStorage(loadConfig(env), { logger: openRecordingLogger(), release: { product: '1.0.0', migrations } }),
    bytes: () => (database === null ? Promise.resolve(bytesIn(folder)) : database.bytes()),
    remove: async () => {
      await database?.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const openDatabase = (): MongoDatabase => {
  const found = readFoundMongo();
  if ('notRun' in found) throw new Error(`A test on MongoDB began without one: ${found.notRun}`);
  return openMongoDatabase(found);
};

const bytesIn = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
