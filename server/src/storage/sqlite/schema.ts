import type { DatabaseSync } from 'node:sqlite';
import { indexesOf, keysFingerprint, multiKeyNames, uniqueKeys, type AnyDeclaration } from '../declaration.ts';
import { openMeta } from './meta.ts';
import { openRowWriter } from './rowWriter.ts';
import { parseDocument } from './parseDocument.ts';
import type { Statements } from './statements.ts';
import { column, indexName, multiColumn, rebuiltTable, table, uniqueName, unquoted, valueTable } from './tableNames.ts';

/**
 * Makes tables and indexes what the declarations say. Where the keys of a collection changed, its table is built anew
 * from the documents, within one transaction: killed half-way, the next start finds the old one and begins again.
 */
export const reconcileSchema = (
  database: DatabaseSync,
  statements: Statements,
  declarations: readonly AnyDeclaration[],
): void => {
  const meta = openMeta(statements);
  for (const declaration of declarations) {
    statements.transaction(() => {
      const fingerprint = keysFingerprint(declaration);
      const stored = meta.get(`keys ${declaration.name}`);
      if (stored === null) createTables(database, declaration, table(declaration.name));
      if (stored !== null && stored !== fingerprint) rebuild(database, statements, declaration);
      if (stored !== fingerprint) meta.set(`keys ${declaration.name}`, fingerprint);
      reconcileIndexes(database, declaration);
    });
  }
};

/** The document comes last: its tail lies on pages of its own, which reading the columns before it does not touch. */
const createTables = (database: DatabaseSync, declaration: AnyDeclaration, name: string): void => {
  const columns = [
    ...Object.keys(declaration.keys).map(column),
    ...multiKeyNames(declaration).map((key) => `${multiColumn(key)} TEXT NOT NULL`),
  ];
  database.exec(
    `CREATE TABLE ${name} (row INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, ` +
      `${columns.map((definition) => `${definition}, `).join('')}document TEXT NOT NULL)`,
  );
  for (const key of multiKeyNames(declaration)) {
    database.exec(
      `CREATE TABLE ${valueTable(declaration.name, key)} (tenant TEXT NOT NULL, value TEXT NOT NULL, ` +
        'row INTEGER NOT NULL, PRIMARY KEY (tenant, value, row)) WITHOUT ROWID',
    );
  }
};

const rebuild = (database: DatabaseSync, statements: Statements, declaration: AnyDeclaration): void => {
  const { name } = declaration;
  for (const old of namesOf(database, 'table').filter((candidate) => candidate.startsWith(`${name}_`))) {
    database.exec(`DROP TABLE "${old}"`);
  }
  createTables(database, declaration, rebuiltTable(name));
  const writer = openRowWriter<never>(statements, declaration, rebuiltTable(name));
  const rows = database.prepare(`SELECT tenant, id, revision, document FROM ${table(name)}`).iterate();
  for (const { tenant, id, revision, document } of rows) {
    const parsed = parseDocument<never>(name, String(id), String(document));
    writer.insert({ tenant: String(tenant), revision: Number(revision), document: parsed });
  }
  database.exec(`DROP TABLE ${table(name)}; ALTER TABLE ${rebuiltTable(name)} RENAME TO ${table(name)}`);
};

const reconcileIndexes = (database: DatabaseSync, declaration: AnyDeclaration): void => {
  const wanted = wantedIndexes(declaration);
  const present = namesOf(database, 'index', declaration.name);
  for (const old of present.filter((name) => !wanted.has(name))) database.exec(`DROP INDEX "${old}"`);
  for (const [name, sql] of wanted) if (!present.includes(name)) database.exec(sql);
};

const wantedIndexes = (declaration: AnyDeclaration): ReadonlyMap<string, string> => {
  const { name } = declaration;
  const on = (keys: readonly string[]): string => `ON ${table(name)} (${['tenant', ...keys].join(', ')})`;
  return new Map([
    [unquoted(indexName(name, [])), `CREATE UNIQUE INDEX ${indexName(name, [])} ${on(['id'])}`],
    ...indexesOf(declaration).map((keys): [string, string] => [
      unquoted(indexName(name, keys)),
      `CREATE INDEX ${indexName(name, keys)} ${on([...keys.map(column), 'id'])}`,
    ]),
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
