import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../domain/errors.ts';
import type { Config } from './loadConfig.ts';
import { prepareDataDir, unusableDataDir } from './dataDir.ts';

const fileName = 'encryption.key';

export interface EncryptionKeys {
  readonly key: Buffer;
  /** Open what they sealed before, and seal nothing any more. */
  readonly earlier: readonly Buffer[];
}

/**
 * The configured key, or the one kept in the data folder. A kept key that was replaced by a configured one still opens
 * what it sealed, so that an operator can start without a key and bring one later.
 */
export const openEncryptionKeys = (
  config: Pick<Config, 'encryptionKey' | 'earlierKeys' | 'dataDir'>,
): EncryptionKeys => {
  const { encryptionKey, earlierKeys, dataDir } = config;
  if (encryptionKey === null) return { key: loadOrMakeEncryptionKey(dataDir), earlier: earlierKeys };
  const path = join(dataDir, fileName);
  return { key: encryptionKey, earlier: existsSync(path) ? [...earlierKeys, readKey(path, dataDir)] : earlierKeys };
};

/** The keys there are, that of today first; none is made. */
export const readEncryptionKeys = (
  config: Pick<Config, 'encryptionKey' | 'earlierKeys' | 'dataDir'>,
): readonly Buffer[] => {
  const path = join(config.dataDir, fileName);
  if (config.encryptionKey === null && !existsSync(path)) return config.earlierKeys;
  const { key, earlier } = openEncryptionKeys(config);
  return [key, ...earlier];
};

/**
 * The key kept in the data folder; made on the first start, readable by its owner only. Throws ConfigError when the
 * folder cannot be written or the file holds no key: making a new one would lock everything sealed with the old.
 */
const loadOrMakeEncryptionKey = (dataDir: string): Buffer => {
  const path = join(dataDir, fileName);
  prepareDataDir(dataDir);
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isThere(error)) throw unusableDataDir(dataDir, error);
  }
  return readKey(path, dataDir);
};

/** Not `instanceof`: an error of Node's own belongs to another realm where modules are sandboxed, as in tests. */
const isThere = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

const readKey = (path: string, dataDir: string): Buffer => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unusableDataDir(dataDir, error);
  }
  const key = Buffer.from(text, 'base64');
  if (key.length === 32) return key;
  throw new ConfigError([
    `${path} does not hold a key of 32 bytes in base64. Restore it from a backup, or set ENCRYPTION_KEY to the key in use.`,
  ]);
};
