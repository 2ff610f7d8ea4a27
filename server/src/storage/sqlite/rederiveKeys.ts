import { setImmediate } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { StorageError } from '../../domain/errors.ts';
import type { AnyDeclaration } from '../declare/declaration.ts';
import { openRowWriter } from './write/rowWriter.ts';
import { reconcileCollection } from './layout/schema.ts';
import type { Statements } from './statements.ts';
import { table, tenantColumn } from './layout/tableNames.ts';
import { unlessUnreadable } from './read/unlessUnreadable.ts';

const rowsPerTransaction = 500;

/**
 * Derives the keys of every row anew, a few rows at a time so that others write in between. Rows say nothing of who wrote
 * them, so all are looked at, and written where a key differs. Returns why what could not be read was left as it is.
 */
export const rederiveKeys = async (
  database: DatabaseSync,
  statements: Statements,
  declaration: AnyDeclaration,
): Promise<readonly StorageError[]> => {
  // A process of an older version that started meanwhile has built the table its way: then all of it is built anew.
  const left = await statements.transactionWhenFree(() => reconcileCollection(database, statements, { declaration }));
  if (left.length > 0) return left;
  const unreadable: StorageError[] = [];
  let last: number | null = 0;
  while (last !== null) {
    const after: number = last;
    last = await statements.transactionWhenFree(() => deriveSome(statements, declaration, { after, unreadable }));
    await setImmediate();
  }
  return unreadable;
};

interface Part {
  /** The row before the first one. */
  readonly after: number;
  readonly unreadable: StorageError[];
}

/** The last row it came to; null when there was none. */
const deriveSome = (
  statements: Statements,
  declaration: AnyDeclaration,
  { after, unreadable }: Part,
): number | null => {
  const { name } = declaration;
  const writer = openRowWriter<never>(statements, declaration);
  const sql = `SELECT row, ${tenantColumn} AS tenant, id, document FROM ${table(name)} WHERE row > ? ORDER BY row LIMIT ?`;
  let last: number | null = null;
  for (const row of statements.prepare(sql).all(after, rowsPerTransaction)) {
    const [tenant, id] = [Number(row['tenant']), String(row['id'])];
    const head = writer.head(tenant, id);
    const stored = { form: declaration, id, text: String(row['document']) };
    const error = unlessUnreadable(stored, (document: never) => {
      if (head !== null) writer.derive(head, { tenant, document });
    });
    if (error !== null) unreadable.push(error);
    last = Number(row['row']);
  }
  return last;
};
