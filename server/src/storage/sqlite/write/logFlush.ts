import { open, type FileHandle } from 'node:fs/promises';
import { StorageError } from '../../../domain/errors.ts';

/**
 * Brings what was committed to the disk while the thread goes on: SQLite would stand still for it at each commit, as long
 * as the disk takes, which under an import is a tenth of a second. A write is told as done after this, so a power cut takes
 * back nothing that somebody was told.
 */
export interface LogFlush {
  /** Resolves when everything committed before the call is on the disk. Those who call meanwhile share the next turn. */
  flush(): Promise<void>;
  /** Throws StorageError where the log was deleted while it was open: what is saved then would be gone with the process. */
  confirm(): Promise<void>;
  close(): Promise<void>;
}

/** https://www.sqlite.org/wal.html: what is committed stands in the log beside the database until a checkpoint moves it. */
export const openLogFlush = (databaseFile: string): LogFlush => {
  let log: Promise<FileHandle> | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const turn = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => undefined);
    next = null;
    // Only now, because SQLite makes the file with the first write. The locks of a database are not on its log.
    log ??= open(`${databaseFile}-wal`, 'r+').catch((error: unknown) => {
      log = undefined;
      throw error;
    });
    await (await log).datasync();
  };
  return {
    flush: () => {
      if (next !== null) return next;
      next = turn(underWay);
      underWay = next;
      return next;
    },
    confirm: async () => {
      if ((await (await log)?.stat())?.nlink !== 0) return;
      throw new StorageError(
        'storage-replaced',
        'The log of the database was deleted while it was open: what is saved now may be lost. Stop the server, which saves what it can, and start it again.',
        { detail: `${databaseFile}-wal` },
      );
    },
    close: async () => {
      await underWay.catch(() => undefined);
      await (await log?.catch(() => undefined))?.close();
    },
  };
};
