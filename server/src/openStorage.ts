import type { Config } from './config/loadConfig.ts';
import { ConfigError } from './domain/errors.ts';
import type { StorageEngine } from './storage/collection.ts';
import { declarations } from './storage/collections.ts';
import { openSqliteEngine } from './storage/sqlite/openSqliteEngine.ts';

/** Where the configuration says that the data are. */
export type StoragePlace = Pick<Config, 'dataDir' | 'databaseUrl'>;

/** Opens the engine that the configuration names, with every collection. Throws StorageError. */
export const openStorage = async ({ dataDir, databaseUrl }: StoragePlace): Promise<StorageEngine> => {
  if (databaseUrl !== null) throw new ConfigError(['DATABASE_URL is not supported yet']);
  return openSqliteEngine({ directory: dataDir, declarations });
};
