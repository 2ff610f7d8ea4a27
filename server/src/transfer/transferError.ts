import { StorageError } from '../domain/errors.ts';

/** What can be wrong with an export or its target; the entry point makes exit codes of them. */
export type TransferCode =
  | 'file-missing'
  | 'file-unreadable'
  | 'file-foreign'
  | 'file-newer'
  | 'file-truncated'
  | 'file-altered'
  | 'file-exists'
  | 'file-not-writable'
  | 'disk-full'
  | 'source-empty'
  | 'source-changing'
  | 'target-not-empty'
  | 'target-in-use'
  | 'schema-differs'
  | 'key-missing';

/** The operator must act: another file, another database, another key. */
export const transferError = (code: TransferCode, message: string, cause?: unknown): StorageError =>
  new StorageError(code, message, { cause });

/** Node's own errors, told by their code; others come back as they are. */
export const translateFileError = (error: unknown, path: string): unknown => {
  const code = codeOf(error);
  const known = fileProblems[code];
  return known === undefined ? error : transferError(known[0], `${path} ${known[1]}`, error);
};

/** By field: an error of Node's own belongs to another realm where modules are sandboxed, as in tests. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const full = ['disk-full', 'cannot be written: the disk is full. Free some space and begin again.'] as const;

const fileProblems: Readonly<Record<string, readonly [TransferCode, string]>> = {
  ENOENT: ['file-missing', 'is not there.'],
  ENOTDIR: ['file-missing', 'is not there: what comes before its name is no folder.'],
  EISDIR: ['file-unreadable', 'is a folder. Name a file.'],
  EACCES: ['file-unreadable', 'may not be used by this user.'],
  EPERM: ['file-unreadable', 'may not be used by this user.'],
  EROFS: ['file-not-writable', 'is on a disk that cannot be written.'],
  EIO: ['file-unreadable', 'is on a disk that does not answer. Check the disk.'],
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
};
