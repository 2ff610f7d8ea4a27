import { existsSync } from 'node:fs';
import type { Config } from '../config/loadConfig.ts';
import { StorageError } from '../domain/errors.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { StorageEngine } from '../storage/collection.ts';
import { declarations } from '../storage/declare/collections.ts';
import { refuseNewerStore, type Release } from '../storage/migrate/schemaState.ts';
import { fileOf } from '../storage/sqlite/openDatabase.ts';
import { openSqliteEngine } from '../storage/sqlite/openSqliteEngine.ts';
import type { WriteTurns } from '../storage/sqlite/write/writeTurns.ts';

/** Where the configuration says that the data are. */
export type StoragePlace = Pick<Config, 'dataDir' | 'databaseUrl'>;

export interface StorageOpening {
  readonly logger: Logger;
  /** A store of a newer one is refused as it is. */
  readonly release: Release;
  /** Refuses a place without a store instead of making one there: a typing mistake should make nothing. */
  readonly existing?: boolean;
  /** Where another thread of this process has the same store open. */
  readonly turns?: WriteTurns | undefined;
}

/** Opens the engine that the configuration names, with every collection. Throws StorageError. */
export const openStorage = async (
  { dataDir, databaseUrl }: StoragePlace,
  { logger, release, existing = false, turns }: StorageOpening,
): Promise<StorageEngine> => {
  const onUnreadable = (err: unknown): void => {
    logger.error({ msg: 'an entry cannot be read; it keeps its place and is found by its id alone', err });
  };
  const onRebuild = (step: object): void => {
    logger.info({ msg: 'the database is being brought to this version; this happens once', ...step });
  };
  const opening = { declarations, beforePrepare: refuseNewerStore(release), onUnreadable, onRebuild };
  if (databaseUrl === null) {
    if (existing && !existsSync(fileOf({ directory: dataDir })))
      throw new StorageError('storage-missing', `There is no database in ${dataDir}. Check DATA_DIR and DATABASE_URL.`);
    return openSqliteEngine({ directory: dataDir, ...opening, ...(turns && { turns }) });
  }
  const onShardingRefused = (command: unknown, err: unknown): void => {
    logger.warn({ msg: 'an administrator of the database has to shard this collection', command, err });
  };
  const onIndexRefused = (index: unknown, err: unknown): void => {
    logger.warn({ msg: 'an index is there under another name; drop that one, or some pages may be slow', index, err });
  };
  // Loaded when it is asked for: it takes as long to load as all the rest, and most installations have no MongoDB.
  const [{ openMongoEngine }, { schemas }] = await Promise.all([
    import('../storage/mongo/openMongoEngine.ts'),
    import('../storage/mongo/schemas/schemas.ts'),
  ]);
  return openMongoEngine({ url: databaseUrl, schemas, onShardingRefused, onIndexRefused, existing, ...opening });
};
