import { setTimeout } from 'node:timers/promises';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openLogFlush, type LogFlush } from './write/logFlush.ts';
import { busyMilliseconds, dontStandStill, isBusy, withoutWaiting } from './openDatabase.ts';
import { openMyTurns, type WriteTurns } from './write/writeTurns.ts';

/** The open database with its prepared statements; queries have few shapes, so all of them are kept. */
export interface Statements {
  prepare(sql: string): StatementSync;
  /** How many transactions have ended here. */
  commits(): number;
  /** All of the work or nothing of it; another process waits meanwhile. */
  transaction<T>(work: () => T): T;
  /**
   * The same, begun when no other process writes any more. SQLite itself would wait by standing still, and everybody who
   * is served by this process with it. Resolves when what was written is on the disk.
   */
  transactionWhenFree<T>(work: () => T): Promise<T>;
  /** Whether such a transaction may go on with what could as well be the next one. */
  mayGoOn(): boolean;
  /** Brings to the disk what was committed outside of the two. */
  flush(): Promise<void>;
  /** Throws StorageError where what is brought to the disk would not be found there again. */
  confirm(): Promise<void>;
  /** To be called before the database is closed. */
  close(): Promise<void>;
}

/** Between two tries while somebody else writes, in milliseconds. */
const pause = 2;

export interface StatementOptions {
  /** Hears every statement once, so that tests can ask the database how it would answer it. */
  readonly onPrepare?: (sql: string) => void;
  /** Left out: no other thread of this process writes. */
  readonly turns?: WriteTurns;
}

export const openStatements = (database: DatabaseSync, { onPrepare, turns }: StatementOptions = {}): Statements => {
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
    ...openTransactions(database, turns),
  };
};

const openTransactions = (database: DatabaseSync, turns: WriteTurns | undefined): Omit<Statements, 'prepare'> => {
  const { letOthers, whileWaiting, whileWriting, counted, mayGoOn } = openMyTurns(turns);
  const log = openLog(database, turns);
  let commits = 0;
  const begin = (): void => {
    database.exec('BEGIN IMMEDIATE');
  };
  const beginNow = (isLast: boolean): boolean => {
    try {
      withoutWaiting(database, begin);
      return true;
    } catch (error) {
      if (isLast || !isBusy(error)) throw error;
      return false;
    }
  };
  const beginWhenFree = async (): Promise<void> => {
    for (let waited = 0; !beginNow(waited >= busyMilliseconds); waited += counted(pause)) await setTimeout(pause);
  };
  const finish = <T>(work: () => T): T => {
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk ends the transaction by itself; rolling back once more would hide the first error.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    } finally {
      commits += 1;
    }
  };
  return {
    commits: () => commits,
    mayGoOn,
    transaction: (work) => {
      begin();
      return whileWriting(() => finish(work));
    },
    transactionWhenFree: async (work) => {
      await letOthers();
      if (!beginNow(false)) await whileWaiting(beginWhenFree);
      const result = whileWriting(() => finish(work));
      await log.flush();
      return result;
    },
    ...log,
  };
};

const nothing = (): Promise<void> => Promise.resolve();

/** Where nobody waits for the thread, SQLite itself brings each commit to the disk before it goes on. */
const openLog = (database: DatabaseSync, turns: WriteTurns | undefined): LogFlush => {
  const file = database.location();
  if (turns?.goesFirst !== true || file === null) return { flush: nothing, confirm: nothing, close: nothing };
  dontStandStill(database);
  return openLogFlush(file);
};
