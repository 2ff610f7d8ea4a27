import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readEncryptionKeys } from '../config/encryptionKey.ts';
import type { Config } from '../config/loadConfig.ts';
import { ConfigError, StorageError } from '../domain/errors.ts';
import { openStorage } from '../assembly/openStorage.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { StorageEngine } from '../storage/collection.ts';
import { openReplicaRoll } from '../storage/migrate/replicaRoll.ts';
import { newestShape, readSchemaState, type Release } from '../storage/migrate/schemaState.ts';
import { failed, ok, warning, type Checked } from './checked.ts';

export interface StoreOpening {
  readonly config: Config;
  readonly release: Release;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The store as it is found; nothing is made where there is none. Null beside the reason when it cannot be used. */
export const openFoundStore = async ({
  config,
  release,
  logger,
}: StoreOpening): Promise<{ readonly engine: StorageEngine | null; readonly checked: Checked }> => {
  const place = config.databaseUrl === null ? config.dataDir : 'the database of DATABASE_URL';
  try {
    const engine = await openStorage(config, { logger, release, existing: true });
    return await lookInto(engine, place);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    if (error.code === 'storage-missing' && config.databaseUrl === null)
      return {
        engine: null,
        checked: warning(
          'store',
          `There is no database in ${place} yet`,
          'It is made by the first start. Was there one? Check DATA_DIR.',
        ),
      };
    return { engine: null, checked: failed('store', `${place} cannot be used`, error.message) };
  }
};

const lookInto = async (engine: StorageEngine, place: string) => {
  try {
    await engine.check();
    return { engine, checked: ok('store', `${place} can be read and written`) };
  } catch (error) {
    await engine.close();
    throw error;
  }
};

export interface StoreState {
  readonly checks: readonly Checked[];
  readonly replicas: number;
}

/** In which shape the documents are, and who works with them now. */
export const checkShape = async (engine: StorageEngine, { release, clock }: StoreOpening): Promise<StoreState> => {
  const { document } = await readSchemaState(engine, release.product);
  const living = await openReplicaRoll(engine, clock).peek();
  const versions = [...new Set(living.map(({ product }) => product))].sort();
  const running =
    living.length === 0 ? 'no server runs on it' : `${String(living.length)} running on it (${versions.join(', ')})`;
  return { checks: [shapeOf(document, release, running)], replicas: living.length };
};

const shapeOf = (
  { version, importing }: { readonly version: number; readonly importing: unknown },
  release: Release,
  running: string,
): Checked => {
  if (importing !== null)
    return failed(
      'schema',
      'An import into this database did not end',
      'Repeat the same import (npm run data -- import FILE).',
    );
  const newest = newestShape(release);
  const message = `Schema ${String(version)} of ${String(newest)}, ${running}`;
  if (version >= newest) return ok('schema', message);
  return warning('schema', message, 'Documents are changed once every server runs this version: start or update them.');
};

/** The key that seals credentials: there, readable, and nobody else's. */
export const checkKey = (config: Config): Checked => {
  const path = join(config.dataDir, 'encryption.key');
  try {
    const keys = readEncryptionKeys(config);
    if (keys.length === 0) return ok('key', 'The encryption key is made by the first start');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return failed('key', 'The encryption key cannot be used', error.problems.join(' '));
  }
  const isOpen = config.encryptionKey === null && existsSync(path) && (statSync(path).mode & 0o077) !== 0;
  if (isOpen) return warning('key', `Others on this machine may read ${path}`, `Type: chmod 600 ${path}`);
  return ok(
    'key',
    config.encryptionKey === null ? `The encryption key is in ${config.dataDir}` : 'ENCRYPTION_KEY is set',
  );
};
