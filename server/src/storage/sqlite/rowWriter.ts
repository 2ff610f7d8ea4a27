import type { SQLInputValue } from 'node:sqlite';
import type { CollectionDeclaration } from '../collection.ts';
import { multiKeyNames, type AnyDeclaration } from '../declare/declaration.ts';
import { deriveKeys, type DerivedKeys } from '../keys/deriveKeys.ts';
import { multiText, parseMultiText } from './multiText.ts';
import type { Statements } from './statements.ts';
import { column, multiColumn, table, valueTable } from './tableNames.ts';

/** What is stored now under an id. */
export interface RowHead {
  readonly row: number;
  readonly revision: number;
  /** Keys, then the texts of `multiText`, both in order of declaration. */
  readonly derived: readonly unknown[];
}

interface NewRow<T> {
  readonly tenant: string;
  readonly revision: number;
  readonly document: T;
}

/** Writes a document with all its keys. Every call belongs inside a transaction. */
export interface RowWriter<T> {
  head(tenant: string, id: string): RowHead | null;
  insert(row: NewRow<T>): void;
  replace(head: RowHead, row: NewRow<T>): void;
  remove(head: RowHead, tenant: string): void;
  /** Derives the keys anew; the document and its revision stay. */
  derive(head: RowHead, row: Pick<NewRow<T>, 'tenant' | 'document'>): void;
  /** A row that cannot be read, as it is and without keys. */
  insertUnreadable(row: Omit<NewRow<T>, 'document'> & { readonly id: string; readonly text: string }): void;
}

export const openRowWriter = <T>(
  statements: Statements,
  declaration: CollectionDeclaration<T>,
  into: string = table(declaration.name),
): RowWriter<T> => {
  const sql = rowSql(declaration, into);
  const derivedColumns = derivedColumnsOf(declaration);
  const replaceValues = openValueWriter(statements, declaration);
  return {
    head: (tenant, id) => {
      const found = statements.prepare(sql.head).get(tenant, id);
      if (found === undefined) return null;
      const derived = derivedColumns.map((name) => found[name]);
      return { row: Number(found['row']), revision: Number(found['revision']), derived };
    },
    insert: ({ tenant, revision, document }) => {
      const { id, ...keys } = deriveKeys(declaration, document);
      const text = JSON.stringify(document);
      const derived = derivedValues(declaration, keys);
      const { lastInsertRowid } = statements.prepare(sql.insert).run(tenant, id, revision, ...derived, text);
      replaceValues({ tenant, row: Number(lastInsertRowid), before: [], after: derived });
    },
    replace: (head, { tenant, revision, document }) => {
      const derived = derivedValues(declaration, deriveKeys(declaration, document));
      const text = JSON.stringify(document);
      // Setting a column writes its indexes anew even where the value stays, and most updates change no key.
      if (derived.every((value, place) => value === head.derived[place])) {
        statements.prepare(sql.replaceDocument).run(revision, text, head.row);
        return;
      }
      statements.prepare(sql.replace).run(revision, ...derived, text, head.row);
      replaceValues({ tenant, row: head.row, before: head.derived, after: derived });
    },
    derive: (head, { tenant, document }) => {
      const derived = derivedValues(declaration, deriveKeys(declaration, document));
      if (derived.every((value, place) => value === head.derived[place])) return;
      statements.prepare(sql.derive).run(...derived, head.row);
      replaceValues({ tenant, row: head.row, before: head.derived, after: derived });
    },
    insertUnreadable: ({ tenant, id, revision, text }) => {
      const derived = derivedValues(declaration, { keys: {}, multi: {} });
      statements.prepare(sql.insert).run(tenant, id, revision, ...derived, text);
    },
    remove: (head, tenant) => {
      statements.prepare(sql.remove).run(head.row);
      replaceValues({ tenant, row: head.row, before: head.derived, after: [] });
    },
  };
};

const derivedColumnsOf = (declaration: AnyDeclaration): readonly string[] => [
  ...Object.keys(declaration.keys).map(column),
  ...multiKeyNames(declaration).map(multiColumn),
];

const derivedValues = (
  declaration: AnyDeclaration,
  { keys, multi }: Pick<DerivedKeys, 'keys' | 'multi'>,
): readonly SQLInputValue[] => [
  ...Object.keys(declaration.keys).map((key) => keys[key] ?? null),
  ...multiKeyNames(declaration).map((key) => multiText(multi[key] ?? [])),
];

/** A row's derived columns as they were and as they are now; none before an insert, none after a delete. */
interface ValueChange {
  readonly tenant: string;
  readonly row: number;
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
}

/** Writes only what differs of the rows of multi-valued keys. */
const openValueWriter = (statements: Statements, declaration: AnyDeclaration): ((change: ValueChange) => void) => {
  const firstMulti = Object.keys(declaration.keys).length;
  const tables = multiKeyNames(declaration).map((key) => valueTable(declaration.name, key));
  return ({ tenant, row, before, after }) => {
    tables.forEach((into, place) => {
      const old = parseMultiText(before[firstMulti + place] ?? '');
      const fresh = parseMultiText(after[firstMulti + place] ?? '');
      for (const value of without(old, fresh)) {
        statements.prepare(`DELETE FROM ${into} WHERE tenant = ? AND value = ? AND row = ?`).run(tenant, value, row);
      }
      for (const value of without(fresh, old)) {
        statements.prepare(`INSERT INTO ${into} (tenant, value, row) VALUES (?, ?, ?)`).run(tenant, value, row);
      }
    });
  };
};

const without = (values: readonly string[], left: readonly string[]): readonly string[] => {
  const out = new Set(left);
  return values.filter((value) => !out.has(value));
};

interface RowSql {
  readonly head: string;
  readonly insert: string;
  readonly replace: string;
  readonly replaceDocument: string;
  readonly derive: string;
  readonly remove: string;
}

const rowSql = (declaration: AnyDeclaration, into: string): RowSql => {
  const derived = derivedColumnsOf(declaration);
  const columns = ['tenant', 'id', 'revision', ...derived, 'document'];
  const set = (names: readonly string[]): string => names.map((name) => `${name} = ?`).join(', ');
  return {
    head: `SELECT ${['row', 'revision', ...derived].join(', ')} FROM ${into} WHERE tenant = ? AND id = ?`,
    insert: `INSERT INTO ${into} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    replace: `UPDATE ${into} SET ${set(['revision', ...derived, 'document'])} WHERE row = ?`,
    replaceDocument: `UPDATE ${into} SET ${set(['revision', 'document'])} WHERE row = ?`,
    derive: `UPDATE ${into} SET ${set(derived)} WHERE row = ?`,
    remove: `DELETE FROM ${into} WHERE row = ?`,
  };
};
