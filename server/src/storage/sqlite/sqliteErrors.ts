import { Duplicate, StorageError, UndersignError } from '../../domain/errors.ts';

/** https://sqlite.org/rescode.html; extended codes carry the primary one in their low byte. */
const codes: ReadonlyMap<number, readonly [code: string, message: string]> = new Map([
  [3, ['storage-not-writable', 'The database file must not be opened. Let the server own the data folder.']],
  [5, ['storage-busy', 'Another process holds the database. Stop it, or try again in a moment.']],
  [6, ['storage-busy', 'Another process holds the database. Stop it, or try again in a moment.']],
  [8, ['storage-not-writable', 'The database cannot be written. Make the data folder writable for the server.']],
  [10, ['storage-failing', 'The disk under the database does not answer. Check the disk, then restart the server.']],
  [11, ['storage-corrupt', 'The database file is damaged. Stop the server and put a backup in its place.']],
  [13, ['storage-full', 'The disk under the database is full. Free some space; nothing that was saved is lost.']],
  [14, ['storage-not-writable', 'The database file cannot be opened. Make the data folder writable for the server.']],
  [18, ['storage-too-big', 'This entry is too big to be kept. Make it smaller.']],
  [26, ['storage-corrupt', 'The database file is not a database. Stop the server and put a backup in its place.']],
]);

/** What the file system says while the data folder is being made. */
const folderCodes: ReadonlyMap<string, readonly [code: string, message: string]> = new Map([
  ['ENOSPC', ['storage-full', 'The disk of the data folder is full. Free some space.']],
  ['EIO', ['storage-failing', 'The disk of the data folder does not answer. Check the disk.']],
]);

const notWritable = ['storage-not-writable', 'The data folder cannot be made or written. Check DATA_DIR.'] as const;

/** Turns what SQLite or the file system threw into a StorageError that says what to do; a bug stays as it is. */
export const translateSqliteError = (error: unknown, file: string, collection = ''): unknown => {
  if (error instanceof UndersignError || typeof error !== 'object' || error === null) return error;
  const { code, errcode, message } = readFields(error);
  const clash = takenKey(errcode, message);
  if (clash !== null) return new Duplicate(collection, clash, { cause: error });
  const known = code === 'ERR_SQLITE_ERROR' ? codes.get(errcode & 0xff) : environmentCode(code);
  return known ? new StorageError(known[0], known[1], { cause: error, detail: `${file}: ${message}` }) : error;
};

/** Looks at fields, never at classes: errors may come from another realm, as they do in tests. */
const readFields = (error: object): { readonly code: string; readonly errcode: number; readonly message: string } => ({
  code: String(Reflect.get(error, 'code')),
  errcode: Number(Reflect.get(error, 'errcode') ?? 0),
  message: String(Reflect.get(error, 'message')),
});

const uniqueClash = 2067;

/** The message names the columns: `UNIQUE constraint failed: runs.tenant, runs.k_active`. */
const takenKey = (errcode: number, message: string): string | null =>
  errcode === uniqueClash ? (/\.k_([A-Za-z]+)$/.exec(message)?.[1] ?? null) : null;

const environmentCode = (code: string): readonly [code: string, message: string] | undefined => {
  if (code === 'ERR_INVALID_STATE') return ['storage-closed', 'The database is closed; the server is stopping.'];
  return /^E[A-Z]+$/.test(code) ? (folderCodes.get(code) ?? notWritable) : undefined;
};

export const unreadableDocument = (collection: string, id: string, cause: unknown): StorageError =>
  new StorageError(
    'document-unreadable',
    `An entry of ${collection} in the database cannot be read. Put a backup in its place, or have it repaired.`,
    { cause, detail: `${collection}/${id}`, values: { collection, id } },
  );
