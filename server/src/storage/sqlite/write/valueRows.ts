import { multiKeyNames, type AnyDeclaration } from '../../declare/declaration.ts';
import type { Statements } from '../statements.ts';
import { tenantColumn, valueTable } from '../layout/tableNames.ts';

/** The values of one row, of each multi-valued key in order of declaration; empty lists after a delete. */
export interface ValueChange {
  readonly tenant: number;
  readonly row: number;
  readonly before: Values;
  readonly after: Values;
}

type Values = readonly (readonly string[])[];

/** Writes the rows of multi-valued keys. */
export interface ValueRows {
  /** Remembers the values of a new row, within `together`: those of many rows are written by one statement, in order. */
  add(place: { readonly tenant: number; readonly row: number; readonly values: Values }): void;
  /** Writes only what differs. */
  change(change: ValueChange): void;
  /** Does work and writes what was remembered of it; of a transaction that comes to nothing, nothing stays. */
  together<R>(work: () => R): R;
}

/** So many values are remembered at most. */
const mostPending = 100_000;

export const openValueRows = (statements: Statements, declaration: AnyDeclaration): ValueRows => {
  const tables = multiKeyNames(declaration).map((key) => openTable(statements, valueTable(declaration.name, key)));
  let pending = 0;
  const flush = (): void => {
    if (pending > 0) for (const each of tables) each.flush();
    pending = 0;
  };
  return {
    add: ({ tenant, row, values }) => {
      tables.forEach((each, place) => {
        for (const value of values[place] ?? []) each.add({ tenant, value, row });
        pending += values[place]?.length ?? 0;
      });
      if (pending >= mostPending) flush();
    },
    change: ({ tenant, row, before, after }) => {
      flush();
      tables.forEach(({ remove, insert }, place) => {
        const [old, fresh] = [before[place] ?? [], after[place] ?? []];
        for (const value of without(old, fresh)) remove({ tenant, value, row });
        for (const value of without(fresh, old)) insert({ tenant, value, row });
      });
    },
    together: (work) => {
      try {
        const result = work();
        flush();
        return result;
      } finally {
        pending = 0;
        for (const each of tables) each.forget();
      }
    },
  };
};

interface ValueRow {
  readonly tenant: number;
  readonly value: string;
  readonly row: number;
}

const openTable = (statements: Statements, into: string) => {
  const removeSql = `DELETE FROM ${into} WHERE ${tenantColumn} = ? AND value = ? AND row = ?`;
  const insertSql = `INSERT INTO ${into} (${tenantColumn}, value, row) VALUES (?, ?, ?)`;
  const manySql =
    `INSERT INTO ${into} (${tenantColumn}, value, row) ` +
    'SELECT ?, word.key, rows.value FROM json_each(?) AS word, json_each(word.value) AS rows';
  /** By tenant, then by value. */
  const remembered = new Map<number, Map<string, number[]>>();
  const insert = ({ tenant, value, row }: ValueRow): void => {
    statements.prepare(insertSql).run(tenant, value, row);
  };
  const remember = ({ tenant, value, row }: ValueRow): void => {
    const words = remembered.get(tenant) ?? new Map<string, number[]>();
    remembered.set(tenant, words);
    const rows = words.get(value);
    if (rows === undefined) words.set(value, [row]);
    else rows.push(row);
  };
  return {
    insert,
    remove: ({ tenant, value, row }: ValueRow): void => {
      statements.prepare(removeSql).run(tenant, value, row);
    },
    add: (added: ValueRow): void => {
      if (isPlain(added.value)) remember(added);
      else insert(added);
    },
    flush: (): void => {
      for (const [tenant, words] of remembered) {
        const inOrder = [...words].sort(([left], [right]) => (left < right ? -1 : 1));
        const lists = inOrder.map(([value, rows]) => `"${value}":[${rows.join()}]`);
        statements.prepare(manySql).run(tenant, `{${lists.join()}}`);
      }
      remembered.clear();
    },
    forget: (): void => {
      remembered.clear();
    },
  };
};

/** Stands in JSON as it is. */
const isPlain = (value: string): boolean => !/["\\\p{Cc}]/u.test(value);

const without = (values: readonly string[], left: readonly string[]): readonly string[] =>
  left.length === 0 ? values : values.filter((value) => !left.includes(value));
