import { statSync } from 'node:fs';
import { StorageError } from '../../domain/errors.ts';

/**
 * Remembers which file was opened. A deleted file can be read and written as long as it is open, and all that is saved
 * is gone with the process: `confirm` throws StorageError as soon as another file, or none, has its name.
 */
export const openedFile = (path: string): { confirm(): void } => {
  const identity = (): string | null => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : `${String(found.dev)}:${String(found.ino)}`;
  };
  const opened = identity();
  return {
    confirm: () => {
      if (identity() === opened) return;
      throw new StorageError(
        'storage-replaced',
        'The database file was deleted or replaced while it was open: what is saved now will be lost. Stop the server, put the file back from a backup, and start again.',
        { detail: path },
      );
    },
  };
};
