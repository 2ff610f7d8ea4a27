import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** The open database with its prepared statements; queries have few shapes, so all of them are kept. */
export interface Statements {
  prepare(sql: string): StatementSync;
  /** All of the work or nothing of it; another process waits meanwhile. */
  transaction<T>(work: () => T): T;
}

/** `onPrepare` hears every statement once, so that tests can ask the database how it would answer it. */
export const openStatements = (database: DatabaseSync, onPrepare?: (sql: string) => void): Statements => {
  const prepared = new Map<string, StatementSync>();
  return {
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) return known;
      onPrepare?.(sql);
      const statement = database.prepare(sql);
      prepared.set(sql, statement);
      return statement;
    },
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk ends the transaction by itself; rolling back once more would hide the first error.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
  };
};
