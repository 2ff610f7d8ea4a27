import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { CollectionDeclaration, StorageEngine } from '../collection.ts';
import { checkDeclarations, type AnyDeclaration } from '../declare/declaration.ts';
import type { EngineOpening, Peek } from '../engineOpening.ts';
import { keyText, tenantKey } from '../keys/keyText.ts';
import { openChangeMarks, raiseAllMarks } from './changeMarks.ts';
import { openMeta, type Meta } from './meta.ts';
import { openShape } from './write/openShape.ts';
import { fileOf, isBusy, openDatabase, withoutWaiting, type DatabasePlace } from './openDatabase.ts';
import { openedFile } from './openedFile.ts';
import { openSqliteCollection } from './openSqliteCollection.ts';
import { parseDocument } from './read/parseDocument.ts';
import { rederiveKeys } from './rederiveKeys.ts';
import { namesTenants, reconcileSchema } from './layout/schema.ts';
import { translateSqliteError } from './sqliteErrors.ts';
import { openStatements, type StatementOptions, type Statements } from './statements.ts';
import { column, indexName, table, tenantColumn, tenantTable, uniqueName } from './layout/tableNames.ts';
import { openTenantNumbers } from './layout/tenantNumbers.ts';
import { translateErrors } from '../translateErrors.ts';
import { moveLog } from './write/moveLog.ts';

export type SqliteEngineOptions = DatabasePlace & EngineOpening & StatementOptions;

/**
 * Opens the database in a folder, which is made if need be, with the keys and indexes of the declarations. Several processes on one
 * machine may have it open; they wait for each other's writes. Throws StorageError.
 */
export const openSqliteEngine = async (options: SqliteEngineOptions): Promise<StorageEngine> => {
  checkDeclarations(options.declarations);
  const file = fileOf(options);
  try {
    const database = openDatabase(options);
    try {
      const statements = openStatements(database, options);
      await options.beforePrepare?.(openPeek(database));
      reconcileSchema(database, statements, options);
      return assembleEngine(database, statements, options);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw translateSqliteError(error, file);
  }
};

/** Asks for the table first: where it is missing, there is no such document yet. */
const openPeek =
  (database: DatabaseSync): Peek =>
  async <T>(declaration: CollectionDeclaration<T>, tenantId: string, id: string) => {
    const { name } = declaration;
    const tables = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    if (tables.get(name) === undefined) return null;
    const number = `${tenantColumn} = (SELECT number FROM ${tenantTable} WHERE tenant = ?)`;
    const isTheirs = namesTenants(database, name) ? 'tenant = ?' : number;
    const found = database.prepare(`SELECT document FROM ${table(name)} WHERE ${isTheirs} AND id = ?`);
    const row = found.get(tenantKey(tenantId), keyText(id));
    return row === undefined ? null : parseDocument<T>(declaration, id, String(row['document']));
  };

const closeDatabase = (database: DatabaseSync): void => {
  if (!database.isOpen) return;
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
};

/** Runs work on a collection of this file, throwing StorageErrors instead of what SQLite throws. */
const openAttempts =
  (file: string) =>
  (collection?: string) =>
  async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw translateSqliteError(error, file, collection);
    }
  };

const assembleEngine = (
  database: DatabaseSync,
  statements: Statements,
  options: SqliteEngineOptions,
): StorageEngine => {
  const file = fileOf(options);
  const opened = openedFile(file);
  const tenants = openTenantNumbers(statements);
  const marks = openChangeMarks(statements, tenants);
  const shape = openShape(statements, options.declarations);
  const attemptIn = openAttempts(file);
  const translated = attemptIn();
  return {
    collection: (declaration) => {
      if (!options.declarations.includes(declaration))
        throw new Error(`${declaration.name} was not declared at opening`);
      return translateErrors(
        attemptIn(declaration.name),
        openSqliteCollection({ statements, tenants, shape }, declaration),
      );
    },
    tenants: (declaration, uniqueKey) =>
      translated(() => tenants.namesOf(readTenants(statements, declaration, uniqueKey))),
    // A fence is checked in the transaction that writes, so nothing can be on its way.
    seal: () => Promise.resolve(),
    deriveKeys: (declaration) =>
      translated(async () => {
        const unreadable = await rederiveKeys(database, statements, declaration);
        // Documents stay as they are, and others may be found by their keys.
        await statements.transactionWhenFree(() => {
          raiseAllMarks(statements);
        });
        for (const error of unreadable) options.onUnreadable?.(error);
      }),
    scrub: () => translated(() => emptyLog(database, options)),
    changeMark: (...tenantIds) => marks.of(tenantIds),
    check: () =>
      translated(async () => {
        opened.confirm();
        writeUnlessBusy(database, statements);
        await statements.flush();
        await statements.confirm();
      }),
    close: () =>
      translated(async () => {
        await statements.close();
        closeDatabase(database);
      }),
  };
};

/** Between two tries while another thread or process reads or writes, and how many there are. */
const scrubbing = { pause: 10, tries: 200 };

const emptyLog = async (database: DatabaseSync, options: SqliteEngineOptions): Promise<void> => {
  if (options.turns?.goesFirst === true) await moveLog(fileOf(options));
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  for (let left = scrubbing.tries; left > 0; left -= 1) {
    let isHeld = true;
    withoutWaiting(database, () => {
      isHeld = checkpoint.get()?.['busy'] !== 0;
    });
    if (!isHeld) return;
    await setTimeout(scrubbing.pause);
  }
};

/** Jumps from tenant to tenant along the index instead of reading every entry. */
const readTenants = (statements: Statements, { name }: AnyDeclaration, uniqueKey?: string): readonly number[] => {
  const next = statements.prepare(
    `SELECT min(${tenantColumn}) AS tenant FROM ${table(name)} INDEXED BY ${indexName(name, [])} WHERE ${tenantColumn} > ?`,
  );
  const numbers: number[] = [];
  for (;;) {
    const found = next.get(numbers.at(-1) ?? 0)?.['tenant'];
    if (typeof found !== 'number') break;
    numbers.push(found);
  }
  if (uniqueKey === undefined) return numbers;
  const last = statements.prepare(
    `SELECT max(${column(uniqueKey)}) AS value FROM ${table(name)} INDEXED BY ${uniqueName(name, uniqueKey)} WHERE ${tenantColumn} = ?`,
  );
  return numbers.filter((number) => (last.get(number)?.['value'] ?? null) !== null);
};

/** As long as another process writes the database is alive: there is nothing to wait for, and nothing wrong. */
const writeUnlessBusy = (database: DatabaseSync, statements: Statements): void => {
  try {
    withoutWaiting(database, () => writeAndRead(openMeta(statements)));
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
};

/** A disk may still be readable when nothing can be written any more, so only a write proves health. */
const writeAndRead = (meta: Meta): void => {
  const written = randomUUID();
  meta.set('checked', written);
  if (meta.get('checked') !== written) throw new Error('the database does not keep what is written');
};
