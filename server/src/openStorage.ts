import type { Config } from './config/loadConfig.ts';
import type { Logger } from './ports/logger.ts';
import type { StorageEngine } from './storage/collection.ts';
import { declarations } from './storage/collections.ts';
import { openMongoEngine } from './storage/mongo/openMongoEngine.ts';
import { schemas } from './storage/mongo/schemas/schemas.ts';
import { openSqliteEngine } from './storage/sqlite/openSqliteEngine.ts';

/** Where the configuration says that the data are. */
export type StoragePlace = Pick<Config, 'dataDir' | 'databaseUrl'>;

/** Opens the engine that the configuration names, with every collection. Throws StorageError. */
export const openStorage = ({ dataDir, databaseUrl }: StoragePlace, logger: Logger): Promise<StorageEngine> => {
  if (databaseUrl === null) return openSqliteEngine({ directory: dataDir, declarations });
  const onShardingRefused = (command: unknown, err: unknown): void => {
    logger.warn({ msg: 'an administrator of the database has to shard this collection', command, err });
  };
  return openMongoEngine({ url: databaseUrl, declarations, schemas, onShardingRefused });
};
