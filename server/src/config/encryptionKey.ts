import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../domain/errors.ts';
import { prepareDataDir, unusableDataDir } from './dataDir.ts';

const fileName = 'encryption.key';

/**
 * The key kept in the data folder; made on the first start, readable by its owner only. Throws ConfigError when the
 * folder cannot be written or the file holds no key: making a new one would lock everything sealed with the old.
 */
export const loadOrMakeEncryptionKey = (dataDir: string): Buffer => {
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
