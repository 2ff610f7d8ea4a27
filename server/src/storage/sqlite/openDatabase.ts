import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const databaseFileName = 'undersign.db';

/** Where the database is: one file in a folder, or nowhere but in memory (for tests). */
export type DatabasePlace = { readonly directory: string } | { readonly file: ':memory:' };

export const fileOf = (place: DatabasePlace): string =>
  'directory' in place ? join(place.directory, databaseFileName) : place.file;

/** How long we wait for another process that writes; a statement outside `transactionWhenFree` blocks meanwhile. */
export const busyMilliseconds = 2000;

/** A statement that would wait for another process fails at once with what `isBusy` tells. */
export const withoutWaiting = (database: DatabaseSync, work: () => void): void => {
  database.exec('PRAGMA busy_timeout = 0');
  try {
    work();
  } finally {
    database.exec(`PRAGMA busy_timeout = ${String(busyMilliseconds)}`);
  }
};

export const isBusy = (error: unknown): boolean => (Number(Reflect.get(Object(error), 'errcode')) & 0xff) === 5;

/**
 * FULL syncs the log at each commit. NORMAL would survive a killed process too, but a power cut could take back what an
 * admin was told is saved. A sync writes in batches, so the price is a few milliseconds per thousand documents.
 *
 * Ids are random, so a bulk load touches pages all over: larger pages and a checkpoint every 32 MiB of log instead of
 * every 4 write each of them less often. The cache holds 64 MiB (negative means KiB) of indexes meanwhile.
 *
 * What is deleted is overwritten with zeros, so that whoever was erased cannot be read out of the file.
 */
const pragmas = `
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4096;
  PRAGMA journal_size_limit = 67108864;
  PRAGMA cache_size = -65536;
  PRAGMA secure_delete = ON;
`;

/**
 * For a thread that people wait for: a commit is brought to the disk by `logFlush.ts`, and what stands in the log is moved
 * into the database by the other thread.
 */
export const dontStandStill = (database: DatabaseSync): void => {
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0');
};

export const openDatabase = (place: DatabasePlace): DatabaseSync => {
  if ('directory' in place) makeFile(place.directory);
  const database = new DatabaseSync(fileOf(place), { timeout: busyMilliseconds, defensive: true });
  try {
    database.exec(pragmas);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/**
 * Profiles of people are nobody else's business on this machine; SQLite gives its log files the same mode.
 *
 * A file that is there must not be opened by anybody but SQLite: on POSIX, closing it once takes away every lock that this
 * process has on it, also those of other threads. A program that makes a backup would then think itself alone, and delete
 * the log under the running server (https://www.sqlite.org/howtocorrupt.html, section 2.2).
 */
const makeFile = (directory: string): void => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, databaseFileName);
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'EEXIST') throw error;
    accessSync(file, constants.R_OK | constants.W_OK);
  }
};
