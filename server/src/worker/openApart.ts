import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Config } from '../config/loadConfig.ts';
import { fileOf } from '../storage/sqlite/openDatabase.ts';

/** With what the thread begins that opens a database before this one does. */
export interface OpenOrder {
  readonly config: Pick<Config, 'dataDir' | 'databaseUrl'>;
  readonly version: string;
  readonly logLevel: string;
}

/** What this release makes anew in a smaller file is done before anybody asks. Bytes. */
const large = 64 * 1024 * 1024;

/**
 * Where a large SQLite database may have to be brought to this release, which can take a minute in which a thread does
 * nothing else: has another thread open it first, so that whoever asks meanwhile is told so. Never rejects: whoever opens the
 * database after this meets what is wrong with it.
 */
export const openApart = async (order: OpenOrder): Promise<void> => {
  const { dataDir, databaseUrl } = order.config;
  if (databaseUrl !== null || sizeOf(fileOf({ directory: dataDir })) < large) return;
  const { config, version, logLevel } = order;
  // Nothing secret travels.
  const workerData: OpenOrder = { config: { dataDir: config.dataDir, databaseUrl: null }, version, logLevel };
  const thread = new Worker(new URL('openApartMain.ts', import.meta.url), { workerData });
  await new Promise<void>((resolve) => {
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      resolve();
    });
  });
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
