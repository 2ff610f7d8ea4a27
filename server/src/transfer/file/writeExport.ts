import { createWriteStream, existsSync, openSync, closeSync, fsyncSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { transferError, translateFileError } from '../transferError.ts';

/** What an export is called until it is whole. */
export const partialOf = (path: string): string => `${path}.partial`;

/** Throws StorageError `file-exists`: an older export may be the only good one. */
export const refuseExisting = (path: string): void => {
  if (existsSync(path)) throw transferError('file-exists', `${path} is there already. Name another file.`);
};

/**
 * Writes text to a new file that only its owner may read, packed where the name ends in `.gz`. The name appears once all
 * of it is on the disk; whatever goes wrong before that leaves nothing.
 */
export const writeExport = async (path: string, texts: AsyncIterable<string>, signal: AbortSignal): Promise<void> => {
  const partial = partialOf(path);
  try {
    // What a killed export left would keep its mode and its owner.
    rmSync(partial, { force: true });
    // Opened here and now: a stream opens its file later, perhaps after what was stopped has been tidied up.
    const file = createWriteStream(partial, { fd: openSync(partial, 'wx', 0o600), flush: true });
    if (path.endsWith('.gz')) await pipeline(texts, createGzip(), file, { signal });
    else await pipeline(texts, file, { signal });
    refuseExisting(path);
    renameSync(partial, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(partial, { force: true });
    signal.throwIfAborted();
    throw translateFileError(error, path);
  }
};

/** A new name survives a power cut once its folder is on the disk. */
const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
