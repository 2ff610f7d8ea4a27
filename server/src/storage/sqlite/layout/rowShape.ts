import type { SQLInputValue } from 'node:sqlite';
import type { CollectionDeclaration } from '../../collection.ts';
import { multiKeyNames, type AnyDeclaration } from '../../declare/declaration.ts';
import { multiKeys, scalarKeys } from '../../keys/deriveKeys.ts';
import { multiText, parseMultiText } from './multiText.ts';
import { column, multiColumn, table, tenantColumn } from './tableNames.ts';

/** What is stored of a document beside itself. */
export interface Derived {
  /** Keys, then the texts of `multiText`, both in order of declaration. */
  readonly columns: readonly SQLInputValue[];
  /** Of each multi-valued key. */
  readonly values: readonly (readonly string[])[];
}

export interface RowSql {
  readonly head: string;
  readonly insert: string;
  /** Sets the derived columns at these places, and no others: setting one writes its indexes anew even where it stays. */
  readonly replace: (places: readonly number[]) => string;
  readonly derive: string;
  readonly remove: string;
}

/** How the documents of a collection become rows of a table. */
export interface RowShape<T> {
  readonly sql: RowSql;
  derive(document: T): Derived;
  /** The derived columns of a stored row. */
  columnsOf(row: Readonly<Record<string, unknown>>): readonly unknown[];
  /** The values of each multi-valued key in such columns. */
  valuesIn(columns: readonly unknown[]): readonly (readonly string[])[];
  /** Of a document that cannot be read. */
  readonly nothing: readonly SQLInputValue[];
}

export const openRowShape = <T>(declaration: CollectionDeclaration<T>, into: string): RowShape<T> => {
  const scalar = scalarKeys(declaration);
  const multi = multiKeys(declaration);
  const derivedColumns = derivedColumnsOf(declaration);
  return {
    sql: rowSql(declaration, into),
    derive: (document) => {
      const values = multi.map(({ derive }) => derive(document));
      return { columns: [...scalar.map(({ derive }) => derive(document)), ...values.map(multiText)], values };
    },
    columnsOf: (row) => derivedColumns.map((name) => row[name]),
    valuesIn: (columns) => columns.slice(scalar.length).map(parseMultiText),
    nothing: [...scalar.map(() => null), ...multi.map(() => '')],
  };
};

const derivedColumnsOf = (declaration: AnyDeclaration): readonly string[] => [
  ...Object.keys(declaration.keys).map(column),
  ...multiKeyNames(declaration).map(multiColumn),
];

const rowSql = (declaration: AnyDeclaration, into: string): RowSql => {
  const derived = derivedColumnsOf(declaration);
  const columns = [tenantColumn, 'id', 'revision', ...derived, 'document'];
  // A table that is being built anew has no index yet, and is filled from one that has.
  const onConflict = into === table(declaration.name) ? ` ON CONFLICT (${tenantColumn}, id) DO NOTHING` : '';
  const set = (names: readonly string[]): string => names.map((name) => `${name} = ?`).join(', ');
  return {
    head: `SELECT ${['row', 'revision', ...derived].join(', ')} FROM ${into} WHERE ${tenantColumn} = ? AND id = ?`,
    insert: `INSERT INTO ${into} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})${onConflict}`,
    replace: rememberText((places) => {
      const changed = places.flatMap((place) => derived[place] ?? []);
      return `UPDATE ${into} SET ${set(['revision', ...changed, 'document'])} WHERE row = ?`;
    }),
    derive: `UPDATE ${into} SET ${set(derived)} WHERE row = ?`,
    remove: `DELETE FROM ${into} WHERE row = ?`,
  };
};

/** Few sets of columns change together, and each is asked for by the thousand. */
const rememberText = (make: (places: readonly number[]) => string): ((places: readonly number[]) => string) => {
  const made = new Map<string, string>();
  return (places) => {
    const name = places.join();
    const text = made.get(name) ?? make(places);
    made.set(name, text);
    return text;
  };
};
