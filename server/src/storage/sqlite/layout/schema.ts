import type { DatabaseSync } from 'node:sqlite';
import type { StorageError } from '../../../domain/errors.ts';
import {
  indexesOf,
  isPartialIndex,
  keysFingerprint,
  multiKeyNames,
  uniqueKeys,
  type AnyDeclaration,
} from '../../declare/declaration.ts';
import type { EngineOpening } from '../../engineOpening.ts';
import { createMarkTable } from '../changeMarks.ts';
import { openMeta } from '../meta.ts';
import { openRowWriter, type RowWriter } from '../write/rowWriter.ts';
import { createTenantTable } from './tenantNumbers.ts';
import { unlessUnreadable } from '../read/unlessUnreadable.ts';
import type { Statements } from '../statements.ts';
import {
  column,
  indexName,
  multiColumn,
  partialIndexName,
  rebuiltTable,
  table,
  tenantColumn,
  tenantTable,
  uniqueName,
  unquoted,
  valueTable,
} from './tableNames.ts';

/**
 * Makes tables and indexes what the declarations say. Where the keys of a collection changed, its table is built anew
 * from the documents, within one transaction: killed half-way, the next start finds the old one and begins again.
 */
export const reconcileSchema = (
  database: DatabaseSync,
  statements: Statements,
  { declarations, onUnreadable, onRebuild }: EngineOpening,
): void => {
  createTenantTable(statements);
  createMarkTable(statements);
  for (const declaration of declarations) {
    const unreadable = statements.transaction(() =>
      reconcileCollection(database, statements, { declaration, onRebuild }),
    );
    for (const error of unreadable) onUnreadable?.(error);
  }
};

interface CollectionToMake extends Pick<EngineOpening, 'onRebuild'> {
  readonly declaration: AnyDeclaration;
}

/** Inside a transaction. What it returns could not be read, and keeps its place without keys. */
export const reconcileCollection = (
  database: DatabaseSync,
  statements: Statements,
  { declaration, onRebuild }: CollectionToMake,
): readonly StorageError[] => {
  const meta = openMeta(statements);
  const note = `keys ${declaration.name}`;
  const fingerprint = keysFingerprint(declaration);
  const stored = meta.get(note);
  if (stored === null) createTables(database, declaration, table(declaration.name));
  const isOther = stored !== null && (stored !== fingerprint || namesTenants(database, declaration.name));
  const unreadable = isOther ? rebuild(database, statements, { declaration, onRebuild }) : [];
  // With another note the next start looks again: what was unreadable may have been repaired.
  const made = unreadable.length > 0 ? `${fingerprint} but for ${unreadable.length}` : fingerprint;
  if (stored !== made) meta.set(note, made);
  reconcileIndexes(database, declaration);
  return unreadable;
};

/** The document comes last: its tail lies on pages of its own, which reading the columns before it does not touch. */
const createTables = (database: DatabaseSync, declaration: AnyDeclaration, name: string): void => {
  const columns = [
    ...Object.keys(declaration.keys).map(column),
    // A process of the version before, which does not know the key, goes on writing.
    ...multiKeyNames(declaration).map((key) => `${multiColumn(key)} TEXT NOT NULL DEFAULT ''`),
  ];
  database.exec(
    `CREATE TABLE ${name} (row INTEGER PRIMARY KEY, ${tenantColumn} INTEGER NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, ` +
      `${columns.map((definition) => `${definition}, `).join('')}document TEXT NOT NULL)`,
  );
  for (const key of multiKeyNames(declaration)) {
    database.exec(
      `CREATE TABLE ${valueTable(declaration.name, key)} (${tenantColumn} INTEGER NOT NULL, value TEXT NOT NULL, ` +
        `row INTEGER NOT NULL, PRIMARY KEY (${tenantColumn}, value, row)) WITHOUT ROWID`,
    );
  }
};

const rebuild = (
  database: DatabaseSync,
  statements: Statements,
  { declaration, onRebuild }: CollectionToMake,
): readonly StorageError[] => {
  const { name } = declaration;
  for (const old of namesOf(database, 'table').filter((candidate) => candidate.startsWith(`${name}_`))) {
    database.exec(`DROP TABLE "${old}"`);
  }
  createTables(database, declaration, rebuiltTable(name));
  const writer = openRowWriter<never>(statements, declaration, rebuiltTable(name));
  const unreadable = writer.together(() => copyRows({ database, declaration, writer, onRebuild }));
  database.exec(`DROP TABLE ${table(name)}; ALTER TABLE ${rebuiltTable(name)} RENAME TO ${table(name)}`);
  return unreadable;
};

interface Copying {
  readonly database: DatabaseSync;
  readonly declaration: AnyDeclaration;
  readonly writer: RowWriter<never>;
  readonly onRebuild: EngineOpening['onRebuild'];
}

const copyRows = ({ database, declaration, writer, onRebuild }: Copying): readonly StorageError[] => {
  const { name } = declaration;
  const unreadable: StorageError[] = [];
  let done = 0;
  for (const row of database.prepare(storedRows(database, name)).iterate()) {
    if (done % rowsPerSign === 0) onRebuild?.({ collection: name, done });
    const [tenant, revision] = [Number(row['tenant']), Number(row['revision'])];
    const [id, text] = [String(row['id']), String(row['document'])];
    const error = unlessUnreadable({ form: declaration, id, text }, (document: never) => {
      writer.insert({ tenant, revision, document, shape: oldest });
    });
    if (error !== null) {
      writer.insertUnreadable({ tenant, id, revision, text });
      unreadable.push(error);
    }
    done += 1;
  }
  return unreadable;
};

/** Every program reads it: a server of the version before may still be about. */
const oldest = 0;

/** Whoever starts a server on a large database sees that something happens. */
const rowsPerSign = 20_000;

/** Every row with the number of its tenant, which gets one here where rows still carry its id. */
const storedRows = (database: DatabaseSync, name: string): string => {
  const columns = 'id, revision, document';
  if (!namesTenants(database, name)) return `SELECT ${tenantColumn} AS tenant, ${columns} FROM ${table(name)}`;
  database.exec(
    `INSERT INTO ${tenantTable} (tenant) SELECT DISTINCT tenant FROM ${table(name)} WHERE true ON CONFLICT (tenant) DO NOTHING`,
  );
  return `SELECT number AS tenant, ${columns} FROM ${table(name)} JOIN ${tenantTable} USING (tenant)`;
};

/** As the rows of earlier versions do: they carry the id of their tenant instead of its number. */
export const namesTenants = (database: DatabaseSync, name: string): boolean =>
  database.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = 'tenant'").get(name) !== undefined;

const reconcileIndexes = (database: DatabaseSync, declaration: AnyDeclaration): void => {
  const wanted = wantedIndexes(declaration);
  const present = namesOf(database, 'index', declaration.name);
  for (const old of present.filter((name) => !wanted.has(name))) database.exec(`DROP INDEX "${old}"`);
  for (const [name, sql] of wanted) if (!present.includes(name)) database.exec(sql);
};

const wantedIndexes = (declaration: AnyDeclaration): ReadonlyMap<string, string> => {
  const { name } = declaration;
  const on = (keys: readonly string[]): string => `ON ${table(name)} (${[tenantColumn, ...keys].join(', ')})`;
  return new Map([
    [unquoted(indexName(name, [])), `CREATE UNIQUE INDEX ${indexName(name, [])} ${on(['id'])}`],
    ...indexesOf(declaration).map((keys): [string, string] => {
      const columns = on([...keys.map(column), 'id']);
      if (!isPartialIndex(declaration, keys))
        return [unquoted(indexName(name, keys)), `CREATE INDEX ${indexName(name, keys)} ${columns}`];
      const partial = partialIndexName(name, keys);
      return [unquoted(partial), `CREATE INDEX ${partial} ${columns} WHERE ${column(keys[0] ?? '')} IS NOT NULL`];
    }),
    ...uniqueKeys(declaration).map((key): [string, string] => [
      unquoted(uniqueName(name, key)),
      `CREATE UNIQUE INDEX ${uniqueName(name, key)} ${on([column(key)])}`,
    ]),
  ]);
};

/** Indexes that SQLite makes for primary keys have no SQL of their own and stay as they are. */
const namesOf = (database: DatabaseSync, type: 'table' | 'index', tableName?: string): readonly string[] =>
  database
    .prepare('SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL AND tbl_name = ifnull(?, tbl_name)')
    .all(type, tableName ?? null)
    .map((row) => String(row['name']));
