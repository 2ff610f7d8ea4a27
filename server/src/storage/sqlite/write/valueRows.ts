import { multiKeyNames, type AnyDeclaration } from '../../declare/declaration.ts';
import type { Statements } from '../statements.ts';
import { tenantColumn, valueTable } from '../layout/tableNames.ts';

/** The values of one row, of each multi-valued key in order of declaration; empty lists before an insert, or after a delete. */
export interface ValueChange {
  readonly tenant: number;
  readonly row: number;
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
}

/** Writes only what differs of the rows of multi-valued keys. */
export const openValueRows = (statements: Statements, declaration: AnyDeclaration): ((change: ValueChange) => void) => {
  const tables = multiKeyNames(declaration).map((key) => {
    const into = valueTable(declaration.name, key);
    return {
      remove: `DELETE FROM ${into} WHERE ${tenantColumn} = ? AND value = ? AND row = ?`,
      insert: `INSERT INTO ${into} (${tenantColumn}, value, row) VALUES (?, ?, ?)`,
    };
  });
  return ({ tenant, row, before, after }) => {
    tables.forEach(({ remove, insert }, place) => {
      const [old, fresh] = [before[place] ?? [], after[place] ?? []];
      for (const value of without(old, fresh)) statements.prepare(remove).run(tenant, value, row);
      for (const value of without(fresh, old)) statements.prepare(insert).run(tenant, value, row);
    });
  };
};

const without = (values: readonly string[], left: readonly string[]): readonly string[] =>
  left.length === 0 ? values : values.filter((value) => !left.includes(value));
